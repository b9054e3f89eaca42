import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { BinaryDataService } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

type Stored = Parameters<BinaryDataService['store']>[1];

/** n8n's store of files in its mode `filesystem`, which an n8n uses unless told otherwise. */
export interface FileStore {
	/** A file as an item refers to it. */
	put(content: Stored, fileName: string): Promise<IBinaryData>;
	/** What a file holds, in pieces. */
	read(file: IBinaryData): Promise<AsyncIterable<Buffer>>;
}

/** Keeps the files of one test file's executions in a folder, and not in their data. */
export function useFileStore(): FileStore {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-files-'));
	const config = { mode: 'filesystem', localStoragePath: folder };
	const silent = { error: () => {}, warn: () => {} };
	const service = new BinaryDataService(config as never, silent as never, silent as never);
	beforeAll(async () => {
		await service.init();
		containerOfN8n().set(BinaryDataService, service);
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return {
		put: async (content, fileName) =>
			await service.store(
				{ type: 'execution', workflowId: 'engine-test', executionId: 'source' },
				content,
				{ data: '', fileName, mimeType: 'text/csv' },
			),
		read: async ({ id }) => await service.getAsStream(id!),
	};
}

/** Where n8n-core looks its services up: it has its own copy of the package. */
function containerOfN8n(): { set(type: unknown, service: unknown): void } {
	const paths = [dirname(require.resolve('n8n-core'))];
	return jest.requireActual<{ Container: never }>(require.resolve('@n8n/di', { paths })).Container;
}
