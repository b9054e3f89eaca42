import { type JsonObject, textColumn } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { contactRows } from '../../api/rows';

/** Ids of columns of single custom fields begin with this; the rest is the field's name. */
const CUSTOM_FIELD_PREFIX = 'custom_fields.';

/** The custom field that Trackly's samples keep a name in (contract NOTES §1.7); it has a separate field. */
const FIRST_NAME = 'first_name';

/** The custom fields with a first name, if one is given. */
export function withFirstName(
	fields: JsonObject | undefined,
	firstName: string | undefined,
): JsonObject | undefined {
	return firstName === undefined ? fields : { ...fields, [FIRST_NAME]: firstName };
}

/** A column for each other custom field that one of the list's newest contacts has (contract: listContacts). */
export const customFieldColumns = {
	request: ({ listNumber }: { listNumber?: string }) =>
		listNumber === undefined
			? undefined
			: { endpoint: endpoints.listContacts, query: { list_number: listNumber } },
	rows: contactRows,
	sample: 100,
	columnsOf(contacts: readonly JsonObject[]) {
		const fieldsOf = ({ custom_fields }: JsonObject) => Object.keys(Object(custom_fields));
		return [...new Set(contacts.flatMap(fieldsOf))]
			.filter((name) => name !== FIRST_NAME)
			.sort()
			.map((name) => textColumn(`${CUSTOM_FIELD_PREFIX}${name}`, `${name} (Custom Field)`));
	},
};

/** The custom fields of one object, and those that have a separate column. */
export function mergeCustomFields(
	whole: JsonObject | undefined,
	others: Record<string, unknown>,
): JsonObject | undefined {
	const single = Object.entries(others)
		.filter(([id, value]) => id.startsWith(CUSTOM_FIELD_PREFIX) && isGiven(value))
		.map(([id, value]) => [id.slice(CUSTOM_FIELD_PREFIX.length), value]);
	if (whole === undefined && single.length === 0) return undefined;
	return { ...whole, ...Object.fromEntries(single) } as JsonObject;
}

function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}
