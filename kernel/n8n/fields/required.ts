import { InputError } from '../../input/inputError';
import type { Field } from './field';

/**
 * A field that must have a value, wherever it stands. The editor asks for it too; a field of a
 * collection that is only there once it was added needs `property.required` off, or n8n asks for it
 * always.
 *
 * @param code machine code of a value that is missing; by the API's name of the field unless given
 * @throws InputError `missing_<name>`, when it is read
 */
export function required<Name extends string, Value>(
	field: Field<Name, Value>,
	code?: string,
): Field<Name, NonNullable<Value>> {
	const { name, property } = field;
	return {
		name,
		property: { ...property, required: true },
		read(raw, label, scope) {
			const value = field.read(raw, label, scope);
			const isEmpty = typeof value === 'string' && value.trim() === '';
			if (value !== undefined && value !== null && !isEmpty) return value;
			throw new InputError(label, code ?? scope.missingCode?.(name) ?? 'missing_value', 'is empty');
		},
	};
}
