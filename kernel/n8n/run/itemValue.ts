/** Says that only n8n can tell what a parameter is for an item. */
export const EVALUATE = Symbol('evaluate');

/** A reference to a field of the item and nothing more: `{{ $json.name }}`, `{{ $json["Full Name"].first }}`. */
const STEP = String.raw`(?:\.[A-Za-z_]\w*|\["[^"\\{}]*"\]|\['[^'\\{}]*'\])`;
const REFERENCE = new RegExp(String.raw`\{\{\s*\$json(${STEP}+)\s*\}\}`, 'g');
const NAME = /\.(\w+)|\["([^"]*)"\]|\['([^']*)'\]/g;

/** What n8n reads in another way than as a text between references, or refuses. */
const NO_PLAIN_TEXT = /[{}\\]|constructor|__proto__/;

/** An expression of references: the fields that they name, with a text before each and one after the last. */
interface Template {
	texts: string[];
	fields: string[][];
}

/**
 * What a stored parameter is for an item, where that takes no evaluation: its expressions only name
 * fields of the item, with text around them, and the fields hold texts, numbers or booleans. n8n takes
 * a third of a millisecond for each of them.
 *
 * @returns `EVALUATE` wherever n8n may return something else than the field's own value
 */
export function itemValue(stored: unknown, json: object): unknown {
	if (typeof stored === 'string') return stored.startsWith('=') ? filled(stored, json) : stored;
	if (typeof stored !== 'object' || stored === null) return stored;
	const parts = Object.entries(stored).map(([key, part]) => [key, itemValue(part, json)] as const);
	if (parts.some(([, value]) => value === EVALUATE)) return EVALUATE;
	return Array.isArray(stored) ? parts.map(([, value]) => value) : Object.fromEntries(parts);
}

function filled(expression: string, json: object): unknown {
	const template = templateOf(expression);
	if (template === undefined) return EVALUATE;
	const { texts, fields } = template;
	const values = fields.map((names) => valueAt(names, json));
	if (values.includes(EVALUATE)) return EVALUATE;
	// Alone between its braces a value keeps its type.
	if (values.length === 1 && texts.every((text) => text === '')) return values[0];
	return texts.map((text, place) => `${text}${String(values[place] ?? '')}`).join('');
}

const templates = new Map<string, Template | undefined>();

/** Expressions that are remembered; those of all nodes of a workflow are fewer. */
const REMEMBERED = 1_000;

function templateOf(expression: string): Template | undefined {
	if (!templates.has(expression)) {
		if (templates.size >= REMEMBERED) templates.clear();
		templates.set(expression, readTemplate(expression));
	}
	return templates.get(expression);
}

function readTemplate(expression: string): Template | undefined {
	const texts: string[] = [];
	const fields: string[][] = [];
	let end = 1; // after the `=`
	for (const { index, 0: reference, 1: steps } of expression.matchAll(REFERENCE)) {
		texts.push(expression.slice(end, index));
		fields.push(Array.from(steps.matchAll(NAME), (names) => names[1] ?? names[2] ?? names[3]));
		end = index + reference.length;
	}
	texts.push(expression.slice(end));
	const isPlain = ![...texts, ...fields.flat()].some((part) => NO_PLAIN_TEXT.test(part));
	return fields.length > 0 && isPlain ? { texts, fields } : undefined;
}

/** The value of a field of the item that is the same in an expression. */
function valueAt(names: readonly string[], json: object): unknown {
	let value: unknown = json;
	for (const name of names) {
		const isOwn = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
		if (!isOwn) return EVALUATE;
		value = (value as Record<string, unknown>)[name];
	}
	const isPlain = typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
	return isPlain ? value : EVALUATE;
}
