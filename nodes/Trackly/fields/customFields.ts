/** Column ids of single custom fields begin with this; the rest is the field's name. */
export const CUSTOM_FIELD_PREFIX = 'custom_fields.';
