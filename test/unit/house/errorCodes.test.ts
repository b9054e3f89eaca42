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

/** Codes of requests whose outcome is unknown: the kernel advises by that, whatever the API is. */
const BY_KIND = [
	'cancelled',
	'no_evidence',
	'outcome_unknown',
	'unreachable',
	'unreadable_response',
];

/**
 * Codes of the kernel that this API cannot lead to: it has no jobs, tells no rate limit, documents its
 * paths, is not polled, plans no texts and sends to no file of numbers.
 */
const OF_OTHERS = [
	...['invalid_path_setting', 'job_failed', 'not_ready_in_time'],
	...['no_event', 'rate_limit_used_up', 'time_is_past', 'wrong_path'],
	...['broken_csv', 'invalid_numbers', 'no_numbers', 'no_such_column', 'no_such_file'],
	...['not_a_text_file', 'too_many_numbers', 'which_column'],
];

/** The codes of what is thrown: the second argument of an InputError, `code` of a RequestError. */
const thrown = sources.flatMap((source) =>
	[
		...source.matchAll(/new InputError\([^;]*?'([a-z]+_[a-z_]+)'/g),
		...source.matchAll(/\bcode: '([a-z]+_[a-z_]+)'/g),
	].map(([, code]) => code),
);

it('every code that the package throws, or the contract knows, has advice', () => {
	expect(new Set(thrown).size).toBeGreaterThan(40);
	const codes = new Set([...thrown, ...commonErrorCodes, ...Object.values(errorCodes).flat()]);
	const bare = [...codes].filter((code) => adviceFor(code) === undefined);
	expect(bare.filter((code) => ![...BY_KIND, ...OF_OTHERS].includes(code)).sort()).toEqual([]);
});
