import { InputError } from './inputError';

/**
 * Names between double braces, as in `Hi {{first_name}}`: an API fills them in when it sends. Accents may
 * be signs after their letters.
 */
const PLACEHOLDER = /\{\{\s*([\p{L}_][\p{L}\p{M}\p{N}_.-]*)\s*\}\}/gu;

/** Values that have such a name in an expression, without a `$` before it. */
const VALUES = new Set(['undefined', 'null', 'true', 'false', 'NaN', 'Infinity']);

/**
 * Objects of JavaScript whose fields are values, as in `{{ Math.PI }}`. Alone they are a placeholder
 * too: n8n makes "function Date() { [native code] }" of `{{Date}}`.
 */
const OBJECTS = new Set([
	...['DateTime', 'Interval', 'Duration', 'Date', 'Intl', 'Math', 'JSON'],
	...['Array', 'Boolean', 'Number', 'Object', 'String'],
]);

/** The names of the placeholders in a text, each once. */
export function placeholdersIn(text: string): string[] {
	return [...new Set(Array.from(text.matchAll(PLACEHOLDER), ([, name]) => name))];
}

/**
 * How a placeholder is written in an expression, so that it reaches the API. Two strings: the first
 * `}}` ends an expression, also inside of quotes.
 */
export function placeholderInExpression(name: string): string {
	return `{{ '{{${name}}' + '}' }}`;
}

/**
 * Refuses a text with a placeholder that n8n takes for an n8n expression: it knows no such
 * name, so that "Hi {{first_name}}," would leave as "Hi ,".
 *
 * @param written what stands in the node; an expression begins with `=`
 * @throws InputError `placeholder_in_expression`
 */
export function refuseLostPlaceholders(written: unknown, label: string): void {
	if (typeof written !== 'string' || !written.startsWith('=')) return;
	const lost = placeholdersIn(written).find((name) => !hasValueInExpressions(name));
	if (lost === undefined) return;
	throw new InputError(
		label,
		'placeholder_in_expression',
		`{{${lost}}} is empty in an expression. Switch ${label} to Fixed, or write ${placeholderInExpression(lost)}`,
	);
}

function hasValueInExpressions(name: string): boolean {
	const [first, ...fields] = name.split('.');
	return fields.length === 0 ? VALUES.has(first) : OBJECTS.has(first);
}
