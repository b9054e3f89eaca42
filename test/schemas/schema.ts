/** The part of JSON Schema that n8n's preview of an output reads. */
export interface Schema {
	type: string;
	properties?: Record<string, Schema>;
	items?: Schema;
	/** n8n's own mark, at the root. */
	version?: number;
}

/** A value of which nothing is known but that it may be missing is shown as text. */
const UNKNOWN: Schema = { type: 'string' };

/** The schema of a value; what several values look like together. */
export function schemaOf(values: readonly unknown[]): Schema {
	const known = values.filter((value) => value !== null && value !== undefined);
	if (known.length === 0) return UNKNOWN;
	if (known.some(Array.isArray)) return { type: 'array', items: schemaOf(known.flat()) };
	if (typeof known[0] !== 'object') return { type: typeOf(known) };
	const objects = known as Array<Record<string, unknown>>;
	const names = [...new Set(objects.flatMap((each) => Object.keys(each)))];
	const properties = names.map(
		(name) => [name, schemaOf(objects.map((each) => each[name]))] as const,
	);
	return { type: 'object', properties: Object.fromEntries(properties) };
}

function typeOf(values: readonly unknown[]): string {
	return values.every(Number.isInteger) ? 'integer' : typeof values[0];
}

/** The text of a schema file. */
export function schemaFile(outputs: readonly unknown[]): string {
	return JSON.stringify({ ...schemaOf(outputs), version: 1 }, null, '\t') + '\n';
}
