import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';

import { resources } from '../../nodes/Trackly/operations';
import { useAccount } from '../kit/account';
import { about, samples, sendText, type NamedSample } from '../samples';
import { SCHEMAS, schemaFiles } from '../schemas/files';
import { schemaOf } from '../schemas/schema';
import { runTrackly } from './trackly';

// What the node sends and what the account answers is checked against the contract.
const account = useAccount({ seedContacts: true });

async function run(sample: NamedSample) {
	const {
		resource,
		operation,
		parameters,
		items = [{}],
	} = about(sample, await sendText(account.sandbox()));
	return await runTrackly({
		parameters: { resource, operation, ...parameters },
		items,
		credential: account.credential(),
	});
}

describe('the sample of', () => {
	it.each(samples.map((sample) => [sample.name, sample] as const))('%s', async (_, sample) => {
		const { items, error, waitTill } = await run(sample);
		expect(error).toBeUndefined();
		expect(items[0]).toMatchObject({ json: sample.gives, pairedItem: { item: 0 } });
		expect(waitTill !== undefined).toBe(sample.waits === true);
	});

	it('each operation is there', () => {
		const wanted = resources.flatMap(({ operations }) =>
			operations.map(({ resource, operation }) => `${resource}/${operation}`),
		);
		expect(samples.map(({ name }) => name).sort()).toEqual(wanted.sort());
	});
});

/** The previews as they are to be. */
async function previews(): Promise<Map<string, string>> {
	const outputs = new Map<string, IDataObject[]>();
	for (const sample of samples.filter(({ preview }) => preview !== 'none')) {
		account.sandbox().reset();
		const { name, preview } = sample;
		const shown = Array.isArray(preview)
			? preview
			: (await run(sample)).items.map(({ json }) => json);
		outputs.set(name, shown);
	}
	return schemaFiles(outputs);
}

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
	it('are what the samples give', async () => {
		const files = await previews();
		if (process.env.WRITE_SCHEMAS) await write(files);
		expect(await stored()).toEqual(files);
	}, 60_000);
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
