import { type Field, InputError, type JsonObject } from '../../../../kernel';
import { listIdField, listNumberField, readListId, readListNumber } from '../../fields/list';

const { property } = listNumberField('listNumber', {
	required: true,
	description: 'The list whose short-link domain to use',
});

const BY_ID = 'id';
const byId = listIdField.property.modes?.filter(({ name }) => name === BY_ID) ?? [];

/**
 * The list that a link belongs to, as the API names it: by its number or its ID (contract: LinkCreate,
 * LinkShorten). Without one there is no link.
 */
export const linkListField: Field<'listNumber', JsonObject> = {
	name: 'listNumber',
	property: { ...property, modes: [...(property.modes ?? []), ...byId] },
	read: (raw, label, scope) => {
		const { mode, value } = isLocator(raw) ? raw : { value: raw };
		if (mode === BY_ID) {
			const id = readListId(value, label, scope);
			if (id !== undefined) return { listId: Number(id) };
		} else {
			const number = readListNumber(value, label, scope);
			if (number !== undefined) return { phoneNumber: number };
		}
		throw new InputError(label, 'missing_list_identifier', 'is empty');
	},
};

function isLocator(raw: unknown): raw is { mode?: unknown; value: unknown } {
	return typeof raw === 'object' && raw !== null && 'value' in raw;
}
