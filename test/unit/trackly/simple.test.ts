import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

import { simple } from '../../../nodes/Trackly/api/simple';
import { resources } from '../../../nodes/Trackly/operations';

const contract = parse(
	readFileSync(resolve(__dirname, '../../../contract/trackly-v2.openapi.yaml'), 'utf8'),
) as { components: { schemas: Record<string, { properties?: object }> } };

/** The contract's name for what Get Many and Get give. */
const ROWS: Record<string, { getAll: string; get: string }> = {
	audience: { getAll: 'Audience', get: 'Audience' },
	contact: { getAll: 'ListContact', get: 'Contact' },
	creative: { getAll: 'Creative', get: 'Creative' },
	list: { getAll: 'SendingList', get: 'SendingList' },
	offer: { getAll: 'Offer', get: 'Offer' },
	schedule: { getAll: 'Schedule', get: 'Schedule' },
};

const fieldsOf = (schema: string) =>
	Object.keys(contract.components.schemas[schema].properties ?? {});

const reads = resources
	.flatMap(({ operations }) => operations)
	.filter(({ operation }) => operation === 'get' || operation === 'getAll');

describe('Simplify', () => {
	it.each(reads.map((each) => [`${each.resource}: ${each.operation}`, each] as const))(
		'%s offers it when there are more than ten fields, and only then',
		(_, { resource, operation, properties }) => {
			const rows = ROWS[resource][operation as 'get' | 'getAll'];
			const isOffered = properties.some(({ name }) => name === 'simplify');
			expect(isOffered).toBe(fieldsOf(rows).length > 10);
		},
	);

	it.each(Object.entries(simple))(
		'%s keeps at most ten fields of the contract',
		(resource, kept) => {
			expect(kept.length).toBeLessThanOrEqual(10);
			expect(fieldsOf(ROWS[resource].getAll)).toEqual(expect.arrayContaining([...kept]));
		},
	);
});
