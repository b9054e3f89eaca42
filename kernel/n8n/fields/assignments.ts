import type { JsonObject, JsonValue } from '../../http/endpoint';
import { InputError } from '../../input/inputError';
import {
	isEmpty,
	readBoolean,
	readNumber,
	readObject,
	readText,
	type Reader,
} from '../../input/read';
import type { Field, FieldOptions } from './field';

/**
 * Rows of name, type and value into which input fields can be dragged (n8n's assignment
 * collection); reads as an object. Rows without a value are left out. An object, or the JSON of one, is
 * taken as its rows.
 */
export function assignmentsField<Name extends string>(
	name: Name,
	look: FieldOptions,
): Field<Name, JsonObject | undefined> {
	return {
		name,
		property: { default: {}, ...look, name, type: 'assignmentCollection' },
		read: (raw, label, scope) => filled(readRows(raw, label, scope), (value) => value !== ''),
	};
}

/**
 * As `assignmentsField`, but a row with an empty text stays: beside others it empties its field. An item
 * that has nothing in any row still reads as nothing, so that it empties none.
 */
export function emptiableAssignmentsField<Name extends string>(
	name: Name,
	look: FieldOptions,
): Field<Name, JsonObject | undefined> {
	const field = assignmentsField(name, look);
	const read: typeof field.read = (raw, label, scope) =>
		field.read(raw, label, scope) && filled(readRows(raw, label, scope));
	return { ...field, read };
}

interface Assignment {
	name?: unknown;
	type?: string;
	value?: unknown;
}

type Row = readonly [name: string, value: JsonValue | undefined];

const readRows: Reader<Row[]> = (raw, label, scope) => {
	if (!isAssignments(raw)) return Object.entries(readObject(raw, label, scope) ?? {});
	const names = new Set<string>();
	return raw.assignments.map((row) => {
		const { name: given, type, value } = row ?? {};
		const name = isEmpty(given) ? '' : String(given);
		if (name.trim() === '')
			throw new InputError(
				label,
				'invalid_value',
				'has a row without a name',
				'Enter a name for this row, or remove the row.',
			);
		if (names.has(name.trim())) {
			throw new InputError(
				label,
				'invalid_value',
				`has more than one row named "${name.trim()}"`,
				'Keep one of these rows.',
			);
		}
		names.add(name.trim());
		const read = READERS[type ?? 'string'] ?? readWritten;
		return [name.trim(), read(value, `${label} > ${name}`, scope)];
	});
};

function isAssignments(raw: unknown): raw is { assignments: Array<Assignment | null> } {
	return (
		typeof raw === 'object' &&
		raw !== null &&
		'assignments' in raw &&
		Array.isArray(raw.assignments)
	);
}

function filled(
	rows: Row[],
	isWanted: (value: JsonValue) => boolean = () => true,
): JsonObject | undefined {
	const given = rows.filter(([, value]) => value !== undefined && isWanted(value));
	return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** A text as it is written, or an empty one for spaces alone. */
const readWritten: Reader<string | undefined> = (raw, label, scope) =>
	typeof raw === 'string' ? (readText(raw, label, scope) ?? '') : readText(raw, label, scope);

const READERS: Record<string, Reader<JsonValue | undefined>> = {
	string: readWritten,
	number: readNumber,
	boolean: readBoolean,
	object: readObject,
};
