import type { NodeParts } from './nodeOf';
import { tableOf, withTable } from './tables';

/** The error codes that a node has advice for, one a row, for docs/troubleshooting.md. */
function errorCodesTable({ advice }: NodeParts): string {
	const rows = Object.entries(advice)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([code, sentence]) => [`\`${code}\``, inMarkdown(sentence)]);
	return tableOf(['Code', 'What to do'], rows);
}

/** The page with the table in its place. @throws when it has no such place */
export function withErrorCodes(page: string, node: NodeParts): string {
	return withTable(page, 'error codes', errorCodesTable(node));
}

/** Placeholders and API names as code, so that they are shown as they are written. */
function inMarkdown(text: string): string {
	return text
		.replaceAll('|', '\\|')
		.replace(/\{\{\w+\}\}|\b\w+_(?!\w)/g, '`$&`')
		.replaceAll('*', '\\*');
}
