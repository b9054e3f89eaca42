import {
	collectionField,
	local,
	measureText,
	messageTextField,
	required,
	suggestShorter,
} from '../../../../kernel';
import { MAX_TEXT_CHARACTERS } from '../../api/stricter';
import { bodyField, bodyNotice } from './body';

/** Measures a text without sending it. */
export const previewMessage = local({
	resource: 'message',
	operation: 'preview',
	name: 'Preview',
	action: 'Preview a text message',
	description:
		'See how a text will travel (encoding, characters, billed segments) without sending it. Placeholders count as they stand.',
	fields: [
		required(bodyField),
		bodyNotice,
		collectionField('options', { displayName: 'Options', placeholder: 'Add option' }, [
			messageTextField('prependText', {
				displayName: 'Prepend Text',
				default: '{{brand_name}}: ',
				description:
					'What the sending list puts before the text (lists of +1 numbers only), to count it in',
			}),
			messageTextField('appendText', {
				displayName: 'Append Text',
				default: ' Reply stop to stop. Help for help.',
				description:
					'What the sending list puts behind the text (lists of +1 numbers only), to count it in',
			}),
		]),
	],
	compute: ({ body, options: { prependText = '', appendText = '' } }) => {
		const whole = `${prependText}${body}${appendText}`;
		const { encoding, characters, units, segments, nonGsmCharacters } = measureText(whole);
		const suggestion = suggestShorter(whole);
		return {
			body,
			encoding,
			characters,
			units,
			segments,
			non_gsm_characters: nonGsmCharacters,
			suggestion: suggestion && {
				text: suggestion.text,
				segments: suggestion.segments,
				saved_segments: suggestion.savedSegments,
				replaced: suggestion.replaced,
			},
			too_long: body.length > MAX_TEXT_CHARACTERS,
		};
	},
});
