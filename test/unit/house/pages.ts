import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import { packagesOf } from '../../../scripts/packages';

/** Folder of the repository. */
export const ROOT = resolve(__dirname, '../../..');

/** Text of a file, by its path in the repository. */
export const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The page without what stands between fences: code has no links, headings or sentences. */
export const proseOf = (page: string) => read(page).replace(/^```[\s\S]*?^```$/gm, '');

/** Pages of the packages, the root one included, that users and newcomers read, in Markdown. */
export const PAGES = packagesOf().flatMap(({ place }) => [
	...pagesIn(place),
	...pagesIn(join(place, 'docs')),
	...pagesIn(join(place, 'test'), { recursive: true }),
	...pagesIn(join(place, '.github'), { recursive: true }),
]);

function pagesIn(folder: string, { recursive = false } = {}): string[] {
	if (!existsSync(join(ROOT, folder))) return [];
	return readdirSync(join(ROOT, folder), { recursive, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
		.map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}
