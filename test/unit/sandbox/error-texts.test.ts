import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ApiError } from '../../../sandbox/core';
import { readContract } from '../../../sandbox/core/contract/document';
import type { DocumentedCode } from '../../../sandbox/core';
import { Operations } from '../../../sandbox/core/contract/operations';
import { trackly } from '../../../sandbox/trackly/vendor';

/** What only somebody who wrote down the contract says: where it stands, how sure it is, what else it may be. */
const NOTE =
	/\b(here|pages?|tables?|rows?|docs?|documented|documentation|samples?|printed|stated|inferred|guess|ours|uncertain|named only)\b|\b(may|might|could|can) (also )?be\b|\bsee \w|\bsaid\b|\bsandbox\b|\bdiffers? by\b|\b(is|are) not (given|known)\b|\([1-5]\d\d\b|\b[45]\d\d\b(?! entries)/i;

const contract = readContract(trackly.contract);
const operations = new Operations(contract, trackly.refusals);

interface Written {
	operationId?: string;
	'x-error-codes'?: DocumentedCode[];
}
const codesOf = ({ operationId = '', 'x-error-codes': codes = [] }: Written) =>
	codes.map(({ code, when }) => [operationId, code, when] as const);
const common = (contract as unknown as Record<string, DocumentedCode[]>)['x-common-error-codes'];
const documented = [
	...Object.values(contract.paths ?? {}).flatMap((item) =>
		Object.values(item as Record<string, Written>).flatMap(codesOf),
	),
	...common.map(({ code, when }) => ['', code, when] as const),
].filter((each): each is [string, string, string] => each[1] !== null);

const folder = path.join(__dirname, '../../../sandbox');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
	file.endsWith('.ts'),
);
const ownTexts = sources.flatMap((file) => {
	const source = readFileSync(path.join(folder, file), 'utf8');
	return [...source.matchAll(/new ApiError\([^,)]+,\s*['`]([^'`]+)['`]/g)].map(([, text]) => text);
});

describe('the texts of errors', () => {
	it('reads all of them', () => {
		expect(documented.length).toBeGreaterThan(150);
		expect(documented.filter(([, , when]) => !when.endsWith('.'))).toEqual([]);
		expect(ownTexts).toContain('Account is suspended');
	});

	it.each([
		'The number is unknown (400 here)',
		'No list of the account has this number. May be 404',
		'The number is unknown. Could also be 400 or not_found',
		"A source list is unknown. The page's table goes on after this row",
		'The sandbox was told to refuse this',
	])('would find the note in %j', (text) => expect(text).toMatch(NOTE));

	it('hold no note of whoever wrote down the contract', () => {
		const notes = documented
			.map(([operationId, code]) => {
				const text = operations.textFor(new ApiError(code), operations.get(operationId));
				return `${operationId} ${code}: ${text}`;
			})
			.filter((text) => NOTE.test(text.slice(text.indexOf(':'))));
		expect(notes).toEqual([]);
	});

	it('hold none where the account has words of its own', () => {
		const own = ownTexts.filter((text) => text !== 'The sandbox has no such operation');
		expect(own.filter((text) => NOTE.test(text))).toEqual([]);
	});

	it.each([
		['a code', 'list_not_found', 'The sending list is unknown or belongs to another account'],
		['no code', undefined, 'Service Unavailable'],
		['a code that nobody knows', 'slow_down', 'Service Unavailable'],
	])('are those of the API under a fault with %s', (_, code, text) => {
		const { body } = operations.refusal(
			new ApiError(code, undefined, 503),
			operations.get('sendRawMessage'),
		);
		expect(body).toEqual({ error: text, ...(code && { code }) });
	});
});
