import { existsSync } from 'node:fs';

import { dependencies } from '../../host/older/package.json';
import { hostAt, hostFolder } from '../../host/location';

/** The oldest n8n that is supported. */
export const OLDER_VERSION = dependencies.n8n;

/** `describe` where the oldest n8n is installed; elsewhere it skips, and says so on standard error. */
export function describeInOlderN8n(tests: () => void): void {
	const name = `in n8n ${OLDER_VERSION}`;
	if (existsSync(hostAt(hostFolder('older')).stamp)) return describe(name, tests);
	process.stderr.write(
		`n8n ${OLDER_VERSION} is not installed, so nothing is tested in it: npm run setup\n`,
	);
	describe.skip(name, tests);
}
