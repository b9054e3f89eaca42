import { type Field, idReader, InputError, readList, type Reader } from '../../../kernel';

const readId = idReader('audience');

/**
 * Ids of audiences, each once: a list in any form, e.g. an array, as the picker returns it, or "aud_1, aud_2".
 *
 * @throws InputError `missing_audiences`, `invalid_audience_id`
 */
export const readAudiences: Reader<string[]> = (raw, label, scope) => {
	const entries = readList(raw, label, scope) ?? [];
	if (entries.length === 0) throw new InputError(label, 'missing_audiences', 'is empty');
	const ids = entries.map((entry, index) => {
		const place = `${label}: entry ${index + 1}`;
		const id = readId(entry, place, scope);
		if (id === undefined) throw new InputError(place, 'missing_audience_id', 'is empty');
		return id;
	});
	return [...new Set(ids)];
};

/** Picker of several active audiences whose value is their ids. */
export function audiencesField(description: string): Field<'audiences', string[]> {
	return {
		name: 'audiences',
		property: {
			displayName: 'Audience Names or IDs',
			name: 'audiences',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getAudienceOptions' },
			default: [],
			required: true,
			description: `${description}. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
		},
		read: readAudiences,
	};
}
