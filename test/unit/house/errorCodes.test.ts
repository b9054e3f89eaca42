import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { adviceFor } from '../../../nodes/Trackly/api/advice';
import {
	commonErrorCodes,
	errorCodes,
} from '../../../nodes/Trackly/api/contract.generated/errorCodes';

const ROOT = resolve(__dirname, '../../..');

const sources = ['kernel', 'nodes', 'credentials']
	.flatMap((folder) =>
		readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
			.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
			.map((entry) => join(entry.parentPath, entry.name)),
	)
	.map((file) => readFileSync(file, 'utf8'));

/** The codes of what is thrown: of an InputError its second argument, of a RequestError its `code`. */
const thrown = sources
	.flatMap((source) => [
		...[...source.matchAll(/new InputError\(\s*[^,]+(?:\([^)]*\))?[^,]*,\s*'(\w+)'/g)],
		...[...source.matchAll(/\bcode: '(\w+)'/g)],
	])
	.map(([, code]) => code);

it('every code that the package throws, or the contract knows, has advice', () => {
	expect(new Set(thrown).size).toBeGreaterThan(40);
	const codes = new Set([...thrown, ...commonErrorCodes, ...Object.values(errorCodes).flat()]);
	expect([...codes].filter((code) => adviceFor(code) === undefined).sort()).toEqual([]);
});
