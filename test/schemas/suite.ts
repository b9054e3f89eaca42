import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';

import type { Trigger } from '../../kernel/n8n/trigger/trigger';
import type { EngineResult } from '../kit/harness';
import type { NamedSample } from '../kit/samples';
import { schemaFiles } from './files';

/** What the samples of a package are, and what runs them. */
export interface SampleSuite {
	samples: readonly NamedSample[];
	/** Folder of the node. */
	node: string;
	/** The node's resources, with their operations. */
	resources: ReadonlyArray<{
		operations: ReadonlyArray<{ resource: string; operation: string }>;
	}>;
	/** The trigger in the same folder; nothing without one. */
	trigger?: Pick<Trigger, 'events' | 'eventIdName'>;
	/** Runs a sample in n8n's engine. */
	run(sample: NamedSample): Promise<EngineResult>;
	/** Makes the account what it was at the start. */
	reset(): void;
}

/**
 * Tests that each operation has a sample that gives what it says, and that the previews in
 * `__schema__` show just that. `npm run schemas` writes them.
 */
export function describeSamples(suite: SampleSuite): void {
	const { samples, resources, run } = suite;
	const folder = path.join(suite.node, '__schema__');

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

	describe('the previews of outputs', () => {
		it('are what the samples give', async () => {
			const files = schemaFiles(await outputsOf(suite), suite.trigger);
			if (process.env.WRITE_SCHEMAS) await write(folder, files);
			expect(await stored(folder)).toEqual(files);
		}, 60_000);
	});
}

/** What the operations give that have a preview. */
async function outputsOf({
	samples,
	run,
	reset,
}: SampleSuite): Promise<Map<string, IDataObject[]>> {
	const outputs = new Map<string, IDataObject[]>();
	for (const sample of samples.filter(({ preview }) => preview !== 'none')) {
		reset();
		const { name, preview } = sample;
		const shown = Array.isArray(preview)
			? preview
			: (await run(sample)).items.map(({ json }) => json);
		outputs.set(name, shown);
	}
	return outputs;
}

async function write(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
	await rm(folder, { recursive: true, force: true });
	for (const [name, text] of files) {
		const file = path.join(folder, name);
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, text);
	}
}

async function stored(folder: string): Promise<Map<string, string>> {
	if (!existsSync(folder)) return new Map();
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	return new Map(
		await Promise.all(
			files.map(async ({ parentPath, name }) => {
				const file = path.join(parentPath, name);
				const relative = path.relative(folder, file).split(path.sep).join('/');
				return [relative, await readFile(file, 'utf8')] as const;
			}),
		),
	);
}
