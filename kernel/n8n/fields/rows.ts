import { partOf, readAll, type Field, type FieldOptions, type ValuesOf } from './field';

/** Rows of fields with an "Add" button (n8n's fixed collection); reads as a list of their values. */
export function rowsField<Name extends string, const Fields extends readonly Field[]>(
	name: Name,
	look: FieldOptions & { rowName: string },
	fields: Fields,
): Field<Name, Array<ValuesOf<Fields>> | undefined> {
	const { rowName, ...rest } = look;
	return {
		name,
		property: {
			default: {},
			...rest,
			name,
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, ...rest.typeOptions },
			options: [
				{ name: ROWS, displayName: rowName, values: fields.map((field) => field.property) },
			],
		},
		read: (raw, _label, scope) => {
			const rows = (raw as { [ROWS]?: Array<Record<string, unknown>> } | undefined)?.[ROWS];
			if (rows === undefined || rows.length === 0) return undefined;
			const written = partOf(scope.written, ROWS);
			return rows.map((row, index) =>
				readAll(
					fields,
					(field) => row[field.name],
					scope,
					(field) => partOf(partOf(written, index), field.name),
				),
			) as Array<ValuesOf<Fields>>;
		},
	};
}

const ROWS = 'rows';
