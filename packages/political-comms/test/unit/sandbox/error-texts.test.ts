import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ApiError } from '../../../../../sandbox/core';
import type { DocumentedCode } from '../../../../../sandbox/core';
import { readContract } from '../../../../../sandbox/core/contract/document';
import { Operations } from '../../../../../sandbox/core/contract/operations';
import { politicalComms } from '../../../sandbox/vendor';

/** What only somebody who wrote down the contract says. */
const NOTE =
	/\b(pages?|docs?|documented|documentation|samples?|printed|stated|published|inferred|guess|ours|uncertain|sdk|likely|repeat|details|sandbox|as for)\b|\b(may|might|could) (also )?be\b|\bsaid\b|(?<!E\.)\b[1-5]\d\d\b/i;

const contract = readContract(politicalComms.contract);
const operations = new Operations(contract, politicalComms.refusals);
interface Written {
	operationId?: string;
	'x-error-codes'?: DocumentedCode[];
}
const common = (contract as unknown as Record<string, DocumentedCode[]>)['x-common-error-codes'];
const documented = [
	...Object.values(contract.paths ?? {}).flatMap((item) =>
		Object.values(item as Record<string, Written>).flatMap(
			({ operationId = '', 'x-error-codes': codes = [] }) =>
				codes.map((code) => ({ operationId, ...code })),
		),
	),
	...common.map((code) => ({ operationId: '', ...code })),
];

const folder = path.join(__dirname, '../../../sandbox');
const ownTexts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.ts'))
	.flatMap((file) => {
		const source = readFileSync(path.join(folder, file), 'utf8');
		const texts = source.matchAll(/(?:text: |notNow\(|invalid\('\w+', |error: )'([^']+)'/g);
		return [...texts].map(([, text]) => text);
	});

describe('the texts of errors', () => {
	it('reads all of them', () => {
		expect(documented.length).toBeGreaterThan(70);
		expect(ownTexts).toContain('The project was not tested');
		expect(ownTexts).toContain('is not a date');
	});

	it('hold no note of whoever wrote down the contract', () => {
		const notes = documented
			.filter(({ code, operationId }) => {
				const error = new ApiError(code ?? undefined);
				return code !== null && NOTE.test(operations.textFor(error, operations.get(operationId)));
			})
			.map(({ operationId, code, when }) => `${operationId} ${code}: ${when}`);
		expect(notes).toEqual([]);
		expect(documented.filter(({ when }) => NOTE.test(when)).map(({ when }) => when)).toEqual([]);
	});

	it('hold none where the account has words of its own', () => {
		expect(ownTexts.filter((text) => NOTE.test(text))).toEqual([]);
	});
});
