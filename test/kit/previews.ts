import type { IDataObject } from 'n8n-workflow';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { schemaFile } from '../schemas/schema';

/**
 * Tests that what the editor shows of operations before they ran is what they output; writes it anew
 * when `npm run schemas` asks for that.
 *
 * @param folder where n8n looks for it, beside the node
 * @param names `resource/operation`
 * @param outputsOf what an operation outputs, of all its samples
 */
export function usePreviews(
	folder: string,
	names: readonly string[],
	outputsOf: (name: string) => Promise<IDataObject[]>,
): void {
	it.each(names)('of %s is what its samples look like', async (name) => {
		const file = join(folder, `${name}.json`);
		const wanted = schemaFile(await outputsOf(name));
		if (process.env.WRITE_SCHEMAS !== undefined) {
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, wanted);
		}
		expect(readFileSync(file, 'utf8')).toBe(wanted);
	});
}
