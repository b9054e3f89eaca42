import {
	type FieldOptions,
	InputError,
	locatorField,
	required,
	type Reader,
	readPhoneNumber,
	readText,
	slowLoadNotice,
} from '../../../kernel';

/**
 * A list's number in E.164, read as any phone number is. There is no default country here, so it needs
 * its country code.
 *
 * @throws InputError `invalid_list_number`
 */
export const readListNumber: Reader<string | undefined> = (raw, label, scope) => {
	const text = readText(raw, label, scope);
	if (text === undefined) return undefined;
	const reading = readPhoneNumber(text, undefined, { unassigned: 'accept' });
	if (reading.number !== undefined) return reading.number;
	throw new InputError(
		label,
		'invalid_list_number',
		`is not the number of a sending list: ${reading.wrong}`,
		'Select the list from the dropdown, or write its number with + and country code, e.g. +18005550142.',
	);
};

/** Picker of a sending list whose value is the list's number. */
export function listNumberField<Name extends string>(name: Name, look: Partial<FieldOptions> = {}) {
	return locatorField(
		name,
		{
			displayName: 'Sending List',
			description: 'The sending list of the contact',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Select a sending list...',
					typeOptions: {
						searchListMethod: 'searchListsByNumber',
						searchable: true,
						slowLoadNotice: slowLoadNotice('Number'),
					},
				},
				{
					displayName: 'Number',
					name: 'number',
					type: 'string',
					placeholder: 'e.g. +18005550142',
					hint: 'Phone number that the list sends from',
					validation: [
						{
							type: 'regex',
							properties: {
								// A plus or 00, and no letters; what else is written is for the reader to say.
								regex: '^[^A-Za-z0-9]*(\\+|\\uff0b|00)[^A-Za-z]{2,40}$',
								errorMessage: 'Write the number with + and country code, e.g. +18005550142',
							},
						},
					],
				},
			],
			...look,
		},
		readListNumber,
	);
}

/** The ID of a list, as text. @throws InputError `invalid_list_id` */
export const readListId: Reader<string | undefined> = (raw, label, scope) => {
	const text = readText(raw, label, scope)?.trim();
	if (text === undefined) return undefined;
	if (/^\d+(?:\.0)?$/.test(text)) return text.replace('.0', '');
	throw new InputError(
		label,
		'invalid_list_id',
		'must be the ID of a list, which is a whole number',
	);
};

/** Picker of a sending list whose value is the list's integer id. */
export const listIdField = required(
	locatorField(
		'listId',
		{
			displayName: 'Sending List',
			description: 'The sending list to get',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Select a sending list...',
					typeOptions: {
						searchListMethod: 'searchListsById',
						searchable: true,
						slowLoadNotice: slowLoadNotice('By ID'),
					},
				},
				{
					displayName: 'By ID',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. 7',
					validation: [
						{
							type: 'regex',
							properties: {
								regex: '^\\s*[0-9]+\\s*$',
								errorMessage: 'A list ID is a whole number, e.g. 7',
							},
						},
					],
				},
			],
		},
		readListId,
	),
);
