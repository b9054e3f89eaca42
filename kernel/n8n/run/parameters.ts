import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { EVALUATE, itemValue } from './itemValue';

/**
 * Reads node parameters at the price they are worth: evaluating an expression costs about a third of a
 * millisecond an item, so a parameter that holds none is read once per run, and one that only names
 * fields of the item is not evaluated.
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

/**
 * A reader for one run of the node in `context`.
 *
 * @param items what `$json` stands for in the node's expressions; nothing where n8n alone knows
 */
export function createParameterReader(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[] = [],
): ParameterReader {
	const parameters = context.getNode().parameters;
	const constants = new Map<string, { constant: boolean; stored: unknown; value: unknown }>();

	const written = (segments: readonly string[]) =>
		segments.reduce<unknown>(
			(value, key) => (isRecord(value) ? value[key] : undefined),
			parameters,
		);

	const remember = (name: string, segments: readonly string[]) => {
		const stored = written(segments);
		const constant = !holdsExpression(stored);
		const value = constant && stored !== undefined ? context.getNodeParameter(name, 0) : undefined;
		const entry = { constant, stored, value };
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
			if (known.constant) return known.value;
			const item = items.at(itemIndex);
			const direct = item === undefined ? EVALUATE : itemValue(known.stored, item.json);
			return direct === EVALUATE ? context.getNodeParameter(name, itemIndex) : direct;
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
