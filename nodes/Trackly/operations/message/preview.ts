import { InputProblem } from '../../../../kernel/problem';
import { measureText } from '../../../../kernel/segments';
import { local } from '../../../../kernel/n8n/local';
import { MAX_TEXT_CHARACTERS } from '../../api/limits';
import { bodyField } from './body';

/** Measures a text without sending it. */
export const previewMessage = local({
	resource: 'message',
	operation: 'preview',
	name: 'Preview',
	action: 'Preview a text message',
	description:
		'See how a text will travel (encoding, characters, billed segments) without sending it. Placeholders count as they stand.',
	fields: [bodyField],
	compute: ({ body }) => {
		if (body === undefined) {
			throw new InputProblem(bodyField.property.displayName, 'missing_body', 'is empty');
		}
		const { encoding, characters, units, segments, nonGsmCharacters } = measureText(body);
		return {
			body,
			encoding,
			characters,
			units,
			segments,
			non_gsm_characters: nonGsmCharacters,
			too_long: body.length > MAX_TEXT_CHARACTERS,
		};
	},
});
