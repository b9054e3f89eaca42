import type { JsonObject, JsonValue } from '../../http/endpoint';
import { InputError } from '../../input/inputError';
import { readBoolean, readNumber, readObject, readText, type Reader } from '../../input/read';
import type { Field, FieldOptions } from './field';

/**
 * Rows of name, type and value into which input fields can be dragged (n8n's assignment
 * collection); reads as an object. A row with an empty text is one, a row with nothing is not.
 */
export function assignmentsField<Name extends string>(
	name: Name,
	look: FieldOptions,
): Field<Name, JsonObject | undefined> {
	return {
		name,
		property: { default: {}, ...look, name, type: 'assignmentCollection' },
		read: readAssignments,
	};
}

interface Assignment {
	name?: string;
	type?: string;
	value?: unknown;
}

const readAssignments: Reader<JsonObject | undefined> = (raw, label, scope) => {
	const { assignments } = (raw ?? {}) as { assignments?: Assignment[] };
	if (assignments === undefined || assignments.length === 0) return undefined;
	const given = assignments
		.map(({ name = '', type, value }) => {
			if (name.trim() === '')
				throw new InputError(label, 'invalid_value', 'has a row without a name');
			const read = READERS[type ?? 'string'] ?? readWritten;
			return [name.trim(), read(value, `${label} > ${name}`, scope)] as const;
		})
		.filter(([, value]) => value !== undefined);
	return given.length === 0 ? undefined : Object.fromEntries(given);
};

/** A text as it is written: an empty one empties the field. Nothing, as of a missing field, is left out. */
const readWritten: Reader<string | undefined> = (raw, label, scope) =>
	typeof raw === 'string' ? raw : readText(raw, label, scope);

const READERS: Record<string, Reader<JsonValue | undefined>> = {
	string: readWritten,
	number: readNumber,
	boolean: readBoolean,
	object: readObject,
};
