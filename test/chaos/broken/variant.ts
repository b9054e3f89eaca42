import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = join(__dirname, '../../..');
const FOUND = 3;

/** What looks for the fault of a variant. */
export interface Search {
	/** Files and folders of the repository that a variant is made of. */
	parts: readonly string[];
	/** The program that looks, by seeds; see `test/chaos/model/main.ts`. */
	program: string;
	/** Files that are read at run time, and where the bundle of the program looks for them. */
	read?: Readonly<Record<string, string>>;
	/** How many seeds it may take. */
	seeds: number;
}

/**
 * Breaks a copy of the code as the patch says and looks for the fault. A line "Only: …" before a patch
 * tells the program what is enough to look at, and "From: …" with which seed to begin, to be quick.
 *
 * @returns what was found, in a line; nothing where the variant was not caught
 */
export async function catchVariant(patch: string, search: Search): Promise<string | undefined> {
	const { parts, program, read = {}, seeds } = search;
	const copy = await mkdtemp(join(tmpdir(), 'broken-'));
	try {
		for (const part of parts) await cp(join(ROOT, part), join(copy, part), { recursive: true });
		for (const [from, to] of Object.entries(read)) {
			await cp(join(ROOT, from), join(copy, to), { recursive: true });
		}
		await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
		await run('git', ['apply', '--whitespace=nowarn', patch], { cwd: copy });
		const bundle = join(copy, 'bundle/search.cjs');
		await run(join(ROOT, 'node_modules/.bin/esbuild'), [
			join(copy, program),
			'--bundle',
			'--platform=node',
			'--packages=external',
			'--log-level=error',
			`--outfile=${bundle}`,
		]);
		const text = await readFile(patch, 'utf8');
		const [, only = ''] = /^Only: (.*)$/m.exec(text) ?? [];
		const [, from = '1'] = /^From: (.*)$/m.exec(text) ?? [];
		return await firstFinding(bundle, [from, String(seeds), ...only.split(' ').filter(Boolean)]);
	} finally {
		await rm(copy, { recursive: true, force: true });
	}
}

async function firstFinding(bundle: string, args: string[]): Promise<string | undefined> {
	try {
		await run(process.execPath, ['--no-warnings', bundle, ...args]);
		return undefined;
	} catch (error) {
		const { code, stdout } = error as { code?: number; stdout: string };
		if (code !== FOUND) throw error;
		const [heading, , violation] = stdout.split('\n');
		return `${heading.split(':')[0]}: ${violation}`;
	}
}
