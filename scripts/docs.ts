import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { withOperations } from './catalogue';
import { withErrorCodes } from './errorCodes';
import { withTaken } from './taken/page';

write('../README.md', withOperations);
write('../docs/troubleshooting.md', withErrorCodes);
write('../docs/what-is-taken.md', withTaken);

/** Writes the tables of a page anew. */
function write(path: string, withTables: (page: string) => string): void {
	const file = resolve(__dirname, path);
	writeFileSync(file, withTables(readFileSync(file, 'utf8')));
}
