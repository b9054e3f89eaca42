import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
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
	const service = () => Container.get(BinaryDataService);
	beforeAll(async () => {
		Object.assign(Container.get(BinaryDataConfig), {
			mode: 'filesystem',
			localStoragePath: folder,
		});
		await service().init();
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return {
		put: async (content, fileName) =>
			await service().store(
				{ type: 'execution', workflowId: 'engine-test', executionId: 'source' },
				content,
				{ data: '', fileName, mimeType: 'text/csv' },
			),
		read: async ({ id }) => await service().getAsStream(id!),
	};
}
