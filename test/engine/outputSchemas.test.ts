import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { resources } from '../../nodes/Trackly/operations';
import { SCHEMAS, schemaFiles } from '../schemas/files';
import { schemaOf } from '../schemas/schema';
import { useAccount } from '../kit/account';

const account = useAccount({ seedContacts: true });

/** What it gives depends on what is asked for. */
const WITHOUT_PREVIEW = ['api/request'];

async function write(files: Map<string, string>): Promise<void> {
	await rm(SCHEMAS, { recursive: true, force: true });
	for (const [name, text] of files) {
		const file = path.join(SCHEMAS, name);
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, text);
	}
}

async function stored(): Promise<Map<string, string>> {
	const entries = await readdir(SCHEMAS, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	return new Map(
		await Promise.all(
			files.map(async ({ parentPath, name }) => {
				const file = path.join(parentPath, name);
				const relative = path.relative(SCHEMAS, file).split(path.sep).join('/');
				return [relative, await readFile(file, 'utf8')] as const;
			}),
		),
	);
}

describe('the previews of outputs', () => {
	// `npm run schemas` runs this test to write them.
	it('are what the operations give', async () => {
		const files = await schemaFiles(account.sandbox());
		if (process.env.WRITE_SCHEMAS) await write(files);
		expect(await stored()).toEqual(files);
	}, 60_000);

	it('are there for every operation', async () => {
		const wanted = resources.flatMap(({ operations }) =>
			operations.map(({ resource, operation }) => `${resource}/${operation}`),
		);
		const names = [...(await stored()).keys()].flatMap(
			(name) => /^v1\.0\.0\/(.+)\.json$/.exec(name)?.[1] ?? [],
		);
		expect([...names, ...WITHOUT_PREVIEW].sort()).toEqual(wanted.sort());
	});
});

describe('the schema of outputs', () => {
	it('knows the fields of all of them, whatever each one lacks', () => {
		expect(
			schemaOf([{ id: 1, at: null }, { id: 2, tags: [], at: '2026' }, { tags: ['a'] }]),
		).toEqual({
			type: 'object',
			properties: {
				id: { type: 'integer' },
				at: { type: 'string' },
				tags: { type: 'array', items: { type: 'string' } },
			},
		});
	});
});
