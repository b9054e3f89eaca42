import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readContract } from '../../../sandbox/core/contract/document';
import { contract } from '../../../sandbox/trackly/contract';
import { handlers } from '../../../sandbox/trackly/resources';

const paths = Object.values(readContract(contract).paths ?? {});
const written = paths
	.flatMap((item) => Object.values(item as Record<string, { operationId?: string }>))
	.flatMap(({ operationId }) => operationId ?? []);

it('the sandbox serves every operation of the contract, and no other', () => {
	expect(Object.keys(handlers).sort()).toEqual(written.sort());
});

it('each operation has a file of its name in the folder of its resource', () => {
	const folder = path.join(__dirname, '../../../sandbox/trackly/resources');
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const names = new Set(files.map((file) => path.basename(file, '.ts')));
	const kebab = (id: string) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
	expect(written.filter((id) => !names.has(kebab(id)))).toEqual([]);
});
