import { type Field, InputError, readList, type Reader } from '../../../kernel';

/**
 * Ids of sending lists: a list in any form, e.g. an array, as the picker returns it, one id, or "7, 8".
 *
 * An empty array means all lists. An expression that returns nothing is refused: it is a mistake that
 * would reach the contacts of every list.
 *
 * @throws InputError `missing_source_lists`, `source_list_not_found` for what cannot be an id
 */
export const readSourceLists: Reader<number[]> = (raw, label, scope) => {
	const entries = readList(raw, label, scope);
	if (entries === undefined || (entries.length === 1 && isNothing(entries[0]))) {
		throw new InputError(
			label,
			'missing_source_lists',
			'is empty',
			'Select lists, or return an empty array, [], for all lists.',
		);
	}
	return entries.map((entry, index) => {
		const text = typeof entry === 'number' ? String(entry) : entry;
		const id = typeof text === 'string' && /^\d+(?:\.0)?$/.test(text) ? Number(text) : NaN;
		if (Number.isSafeInteger(id)) return id;
		throw new InputError(
			label,
			'source_list_not_found',
			`entry ${index + 1} is not a list ID, which is a whole number such as 7`,
		);
	});
};

function isNothing(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/** Picker of several sending lists whose value is their integer ids; none picked means all lists. */
export function sourceListsField(description: string): Field<'sourceLists', number[]> {
	return {
		name: 'sourceLists',
		property: {
			displayName: 'Source List Names or IDs',
			name: 'sourceLists',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getListOptions' },
			default: [],
			description: `${description}. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
		},
		read: readSourceLists,
	};
}
