import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packagesOf } from '../../../scripts/packages';

const [ROOT] = packagesOf();

/**
 * Codes of the kernel that Trackly cannot lead to: it has no jobs, no files and no times that must not
 * have passed, tells no rate limit, documents its paths and is not polled.
 */
const OF_OTHERS = [
	...['invalid_path_setting', 'job_failed', 'not_ready_in_time', 'time_is_past'],
	...['no_event', 'rate_limit_used_up', 'wrong_path', 'not_a_text_file', 'no_such_file'],
	...['too_many_numbers', 'no_numbers', 'invalid_numbers', 'broken_csv'],
	...['no_such_column', 'which_column'],
];

/** Codes of requests whose outcome is unknown: the kernel advises by that, whatever the API is. */
const BY_KIND = [
	'cancelled',
	'no_evidence',
	'outcome_unknown',
	'unreachable',
	'unreadable_response',
];

/** The codes of what is thrown below a folder: the second argument of an InputError, `code` of a RequestError. */
function thrownIn(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
		.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
		.flatMap((source) => [
			...source.matchAll(/new InputError\([^;]*?'([a-z]+_[a-z_]+)'/g),
			...source.matchAll(/\bkind: [^}]*?\bcode: '([a-z]+_[a-z_]+)'/g),
		])
		.map(([, code]) => code);
}

interface Advised {
	adviceFor(code: string): string | undefined;
	commonErrorCodes: readonly string[];
	errorCodes: Readonly<Record<string, readonly string[]>>;
}

/** The folder of a package's nodes, of which there is one. */
function nodesOf(folder: string): string {
	const [name] = readdirSync(join(folder, 'nodes'));
	return join(folder, 'nodes', name);
}

const packages = packagesOf().map(({ folder, manifest: { name } }) => {
	const api = join(nodesOf(folder), 'api');
	const load = (file: string) => jest.requireActual<Advised>(join(api, file));
	const { adviceFor } = load('advice');
	const { commonErrorCodes, errorCodes } = load('contract.generated/errorCodes');
	const known = [...commonErrorCodes, ...Object.values(errorCodes).flat()];
	const own = ['nodes', 'credentials'].flatMap((part) => thrownIn(join(folder, part)));
	return { name, adviceFor, codes: [...new Set([...own, ...known])] };
});

it.each(packages.map((each) => [each.name, each] as const))(
	'%s has advice for each code that it throws or that its contract knows',
	(_, { adviceFor, codes }) => {
		const bare = codes.filter((code) => adviceFor(code) === undefined);
		expect(bare.filter((code) => !BY_KIND.includes(code)).sort()).toEqual([]);
	},
);

const ofKernel = [...new Set(thrownIn(join(ROOT.folder, 'kernel')))];

it('every code that the kernel throws has advice in a package that can meet it', () => {
	expect(ofKernel.length).toBeGreaterThan(40);
	const bare = ofKernel.filter((code) =>
		packages.every(({ adviceFor }) => adviceFor(code) === undefined),
	);
	expect(bare.filter((code) => !BY_KIND.includes(code)).sort()).toEqual([]);
});

it('Trackly has advice for all of the kernel but what only others can lead to', () => {
	const [{ adviceFor }] = packages;
	const bare = ofKernel.filter((code) => adviceFor(code) === undefined);
	expect(bare.filter((code) => ![...BY_KIND, ...OF_OTHERS].includes(code)).sort()).toEqual([]);
});
