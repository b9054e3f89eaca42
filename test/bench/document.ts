import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { format, resolveConfig } from 'prettier';

import { barPicture } from './bars';
import { COMPARISONS } from './comparisons';
import { withTables } from './tables';

const DOCS = path.resolve(__dirname, '../../docs');
const PICTURE = path.join(DOCS, 'bench.svg');
const PAGE = path.join(DOCS, 'performance.md');

/** Draws the picture and writes the tables of `docs/performance.md` from the figures of a whole bench. */
export async function document(results: Readonly<Record<string, number>>): Promise<void> {
	const bars = COMPARISONS.map(({ figure, bar }) => ({ label: bar, ratio: results[figure] }));
	await writeFile(PICTURE, barPicture('How many times faster, medians (1 = the same)', bars));
	const page = withTables(await readFile(PAGE, 'utf8'), results);
	const config = await resolveConfig(PAGE);
	await writeFile(PAGE, await format(page, { ...config, filepath: PAGE }));
}
