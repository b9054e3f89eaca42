import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { withErrorCodes } from './errorCodes';
import { withOperations, withResources } from './operationsPage';
import { withTaken } from './taken/page';

write('../README.md', withResources);
write('../docs/operations.md', withOperations);
write('../docs/troubleshooting.md', withErrorCodes);
write('../docs/accepted-values.md', withTaken);

/** Writes the generated parts of a page anew. */
function write(path: string, withTables: (page: string) => string): void {
	const file = resolve(__dirname, path);
	writeFileSync(file, withTables(readFileSync(file, 'utf8')));
}
