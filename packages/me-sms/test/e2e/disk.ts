import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { N8nHost } from '../../../../host/n8n';

/** Where n8n's nodes may read and write a file of this name. */
export async function onDisk({ dataDir }: N8nHost, name: string): Promise<string> {
	const folder = path.join(dataDir, '.n8n-files');
	await mkdir(folder, { recursive: true });
	return path.join(folder, name);
}

/** Writes a file with a number in each row to n8n's disk, and returns its path. */
export async function fileOf(n8n: N8nHost, numbers: Iterable<string>): Promise<string> {
	const file = await onDisk(n8n, 'numbers.csv');
	await writeFile(file, inSlices(numbers));
	return file;
}

function* inSlices(numbers: Iterable<string>): Generator<string> {
	let slice = 'mobile\n';
	for (const number of numbers) {
		slice += `${number}\n`;
		if (slice.length < 1_000_000) continue;
		yield slice;
		slice = '';
	}
	yield slice;
}
