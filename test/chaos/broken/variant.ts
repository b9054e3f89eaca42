import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = join(__dirname, '../../..');
/** What a variant is made of. */
const PARTS = ['kernel', 'nodes', 'test/chaos/model'];
const FOUND = 3;

/**
 * Breaks a copy of the code as the patch says and runs the model on it.
 *
 * @param seeds how many seeds the model may take
 * @returns what it found, in a line; nothing where the variant was not caught
 */
export async function catchVariant(patch: string, seeds: number): Promise<string | undefined> {
	const copy = await mkdtemp(join(tmpdir(), 'broken-'));
	try {
		for (const part of PARTS) await cp(join(ROOT, part), join(copy, part), { recursive: true });
		await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
		await run('git', ['apply', '--whitespace=nowarn', patch], { cwd: copy });
		const bundle = join(copy, 'model.cjs');
		await run(join(ROOT, 'node_modules/.bin/esbuild'), [
			join(copy, 'test/chaos/model/main.ts'),
			'--bundle',
			'--platform=node',
			'--packages=external',
			'--log-level=error',
			`--outfile=${bundle}`,
		]);
		return await firstFinding(bundle, seeds);
	} finally {
		await rm(copy, { recursive: true, force: true });
	}
}

async function firstFinding(bundle: string, seeds: number): Promise<string | undefined> {
	try {
		await run(process.execPath, ['--no-warnings', bundle, '1', String(seeds)]);
		return undefined;
	} catch (error) {
		const { code, stdout } = error as { code?: number; stdout: string };
		if (code !== FOUND) throw error;
		const [heading, , violation] = stdout.split('\n');
		return `${heading.split(':')[0]}: ${violation}`;
	}
}
