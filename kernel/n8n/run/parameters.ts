import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Reads node parameters at the price they are worth: evaluating an expression costs about half a
 * millisecond an item, so a parameter that holds none is read once per run.
 */
export interface ParameterReader {
	/**
	 * The value for one item, or `undefined` when the parameter is not set.
	 *
	 * @param path name of the parameter; `['columns', 'value', 'to']` reaches into one
	 */
	read(path: string | readonly string[], itemIndex: number): unknown;
	/** The parameter as it stands in the node: of an expression its text. */
	written(path: string | readonly string[]): unknown;
	/** Whether the parameter is the same for every item. */
	isConstant(name: string): boolean;
}

/** A reader for one run of the node in `context`. */
export function createParameterReader(context: IExecuteFunctions): ParameterReader {
	const parameters = context.getNode().parameters;
	const constants = new Map<string, { constant: boolean; value: unknown }>();

	const written = (segments: readonly string[]) =>
		segments.reduce<unknown>(
			(value, key) => (isRecord(value) ? value[key] : undefined),
			parameters,
		);

	const remember = (name: string, segments: readonly string[]) => {
		const stored = written(segments);
		const constant = !holdsExpression(stored);
		const value = constant && stored !== undefined ? context.getNodeParameter(name, 0) : undefined;
		const entry = { constant, value };
		constants.set(name, entry);
		return entry;
	};

	return {
		written: (path) => written(typeof path === 'string' ? [path] : path),
		isConstant: (name) => (constants.get(name) ?? remember(name, [name])).constant,
		read(path, itemIndex) {
			const segments = typeof path === 'string' ? [path] : path;
			const name = toParameterName(segments);
			const known = constants.get(name) ?? remember(name, segments);
			return known.constant ? known.value : context.getNodeParameter(name, itemIndex);
		},
	};
}

/** n8n takes paths in lodash's notation; quotes keep a dot inside a key from splitting it. */
function toParameterName(segments: readonly string[]): string {
	const [first, ...rest] = segments;
	return rest.reduce(
		(name, key) => (/^\w+$/.test(key) ? `${name}.${key}` : `${name}[${JSON.stringify(key)}]`),
		first,
	);
}

function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (Array.isArray(value)) return value.some(holdsExpression);
	return isRecord(value) && Object.values(value).some(holdsExpression);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
