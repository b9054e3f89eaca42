import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { endpoints } from '../../nodes/PoliticalComms/api/endpoints';

const OPERATIONS = join(__dirname, '../../nodes/PoliticalComms/operations');

const sources = readdirSync(OPERATIONS, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));

const used = sources.flatMap((source) =>
	[...source.matchAll(/\bendpoints\.(\w+)/g)].map(([, operationId]) => operationId),
);

it.each(Object.keys(endpoints))('%s of the contract is reached by an operation', (operationId) => {
	expect(used).toContain(operationId);
});

it('no operation calls what the contract does not have', () => {
	expect(used.filter((operationId) => !(operationId in endpoints))).toEqual([]);
});
