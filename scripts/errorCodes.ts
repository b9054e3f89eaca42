import { ADVICE } from '../nodes/Trackly/api/advice';
import { tableOf, withTable } from './tables';

/** The error codes that the node has advice for, one a row, for docs/troubleshooting.md. */
function errorCodesTable(): string {
	const rows = Object.entries(ADVICE)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([code, advice]) => [`\`${code}\``, inMarkdown(advice)]);
	return tableOf(['Code', 'What to do'], rows);
}

/** The page with the table in its place. @throws when it has no such place */
export function withErrorCodes(page: string): string {
	return withTable(page, 'error codes', errorCodesTable());
}

/** Placeholders and API names as code, so that they are shown as they are written. */
function inMarkdown(text: string): string {
	return text
		.replaceAll('|', '\\|')
		.replace(/\{\{\w+\}\}|\btrk_/g, '`$&`')
		.replaceAll('*', '\\*');
}
