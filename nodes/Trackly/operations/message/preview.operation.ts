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
	action: 'Preview an SMS',
	description: 'Check the encoding, length and billed segments of a text without sending it',
	fields: [
		required(bodyField),
		bodyNotice,
		collectionField('options', { displayName: 'Options', placeholder: 'Add option' }, [
			messageTextField('prependText', {
				displayName: 'Prepend Text',
				default: '{{brand_name}}: ',
				description:
					'Text that the sending list adds before the message (+1 numbers only). It counts toward the segments.',
			}),
			messageTextField('appendText', {
				displayName: 'Append Text',
				default: ' Reply stop to stop. Help for help.',
				description:
					'Text that the sending list adds after the message (+1 numbers only). It counts toward the segments.',
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
