import { InputError } from './inputError';

/** Names between double braces, as in `Hi {{first_name}}`: an API fills them in when it sends. */
const PLACEHOLDER = /\{\{\s*([\p{L}_][\p{L}\p{N}_.]*)\s*\}\}/gu;

/** What such a name can mean in an expression without a `$` before it. */
const KNOWN_IN_EXPRESSIONS = new Set([
	...['undefined', 'null', 'true', 'false', 'NaN', 'Infinity', 'this'],
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
	const lost = placeholdersIn(written).find(
		(name) => !KNOWN_IN_EXPRESSIONS.has(name.split('.', 1)[0]),
	);
	if (lost === undefined) return;
	throw new InputError(
		label,
		'placeholder_in_expression',
		`{{${lost}}} is empty in an expression. Switch ${label} to Fixed, or write ${placeholderInExpression(lost)}`,
	);
}
