import { type Document, operationsOf } from './document';
import { key, literal } from './literal';

type Listed = ReadonlyArray<{ code: string | null }>;

/** Characters of a line. */
const WIDTH = 100;

/**
 * The source of `errorCodes.ts`: what a contract's calls can refuse with, by operationId. Codes that
 * stand for many, such as `{product}_not_enabled`, are left out.
 */
export function errorCodesSource(document: Document): string {
	const common = codesIn(document['x-common-error-codes'] ?? []);
	const entries = operationsOf(document).flatMap((operation) => {
		const codes = codesIn(operation['x-error-codes'] ?? []);
		const before = `${key(operation.operationId)}: `;
		return codes.length === 0 ? [] : [`\t${before}${filled(codes, '\t', before.length + 3)},\n`];
	});
	return `/** Codes that every call can refuse with (contract: x-common-error-codes). */
// prettier-ignore
export const commonErrorCodes = ${filled(common, '', 42)} as const;

/** Codes of single calls, and of their records, by operationId (contract: x-error-codes). */
// prettier-ignore
export const errorCodes = {
${entries.join('')}} as const;
`;
}

function codesIn(listed: Listed): string[] {
	const codes = listed.flatMap(({ code }) => (code === null || code.includes('{') ? [] : [code]));
	return [...new Set(codes)];
}

/**
 * A list with as many entries on a line as fit, where Prettier would give each its own.
 *
 * @param taken characters of the line that it begins and ends on
 */
function filled(codes: string[], indent: string, taken: number): string {
	const line = `[${codes.map(literal).join(', ')}]`;
	if (taken + line.length <= WIDTH) return line;
	const lines: string[] = [];
	for (const code of codes.map((each) => `${literal(each)},`)) {
		const longer = `${lines.at(-1)} ${code}`;
		if (lines.length > 0 && longer.length + 4 <= WIDTH) lines[lines.length - 1] = longer;
		else lines.push(code);
	}
	return `[\n${lines.map((line) => `${indent}\t${line}\n`).join('')}${indent}]`;
}
