import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { generatedPages } from './pages';

for (const [page, written] of generatedPages()) {
	const file = resolve(__dirname, '..', page);
	writeFileSync(file, written(readFileSync(file, 'utf8')));
}
