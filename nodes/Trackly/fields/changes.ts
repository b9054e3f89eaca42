import { type Field, InputError, type JsonObject } from '../../../kernel';

/** Label of the fields that an update can change. */
export const UPDATE_FIELDS = { displayName: 'Update Fields', placeholder: 'Add field' };

/** The body of an update. @throws InputError when there is nothing in it */
export function changes(body: JsonObject): JsonObject {
	if (Object.values(body).some((value) => value !== undefined)) return body;
	throw new InputError(UPDATE_FIELDS.displayName, 'nothing_to_update', 'is empty');
}

/** A field among those to change: n8n would ask for a required one even where it was not added. */
export function changeable<Changed extends Field>(field: Changed): Changed {
	return { ...field, property: { ...field.property, required: false } };
}
