import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = resolve(__dirname, '../..');

/** Builds the project and packs it as it would be published. @returns path of the tarball */
export async function packProject(): Promise<string> {
	const target = await mkdtemp(join(tmpdir(), 'trackly-pack-'));
	const options = { cwd: ROOT, shell: process.platform === 'win32' };
	await run('npm', ['run', '--silent', 'build'], options);
	const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', target], options);
	const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
	return join(target, filename);
}

/**
 * Puts a packed node where n8n looks for community packages, the way n8n does it: development, peer
 * and optional dependencies are taken out of its package.json, so nothing unbundled can work.
 */
export async function installTarball(tarball: string, n8nFolder: string): Promise<void> {
	const target = join(n8nFolder, 'nodes', 'node_modules', 'n8n-nodes-trackly');
	await mkdir(target, { recursive: true });
	await run('tar', ['-xzf', tarball, '--strip-components=1', '-C', target]);
	const file = join(target, 'package.json');
	const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
	await writeFile(file, JSON.stringify(withoutUnusedDependencies(manifest), null, 2));
}

/** The manifest as n8n leaves it before it installs what remains. */
export function withoutUnusedDependencies(
	manifest: Record<string, unknown>,
): Record<string, unknown> {
	const { devDependencies, peerDependencies, optionalDependencies, ...rest } = manifest;
	void devDependencies;
	void peerDependencies;
	void optionalDependencies;
	return rest;
}
