import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { isAlive, withLock } from './lock';

const run = promisify(execFile);
const ROOT = path.join(__dirname, '..');

/** A folder per process, in it one per package with its tarball. */
const PACKED = path.join(ROOT, 'node_modules', '.trackly-packed');

/** What ends up in every package, one way or the other. */
const SHARED_SOURCES = ['kernel', 'scripts/bundle.ts', 'scripts/bundle', 'gulpfile.js'];

/** What ends up in one package. */
const OWN_SOURCES = ['credentials', 'nodes', 'index.ts', 'package.json'];

/** What a tarball holds of a package. */
const PACKED_PARTS = ['dist', 'package.json', 'README.md', 'LICENSE.md'];

const packed = new Map<string, Promise<string>>();

/**
 * Builds this repository's packages where the `dist` of one is older than its sources, and packs
 * that one as it would be published. Once per process: the second caller gets the same file;
 * processes side by side build it once.
 *
 * @param folder of the package; the root's when not given
 */
export function packProject(folder: string = ROOT): Promise<string> {
	const packing = packed.get(folder) ?? pack(folder);
	packed.set(folder, packing);
	return packing;
}

async function pack(folder: string): Promise<string> {
	await mkdir(PACKED, { recursive: true });
	return withLock(path.join(PACKED, 'lock'), async () => {
		if (await isStale(folder)) await npm(ROOT, ['run', 'build']);
		await discardOld();
		const target = path.join(PACKED, String(process.pid), path.basename(folder));
		if (!(await isPacked(folder, target))) {
			await rm(target, { recursive: true, force: true });
			await mkdir(target, { recursive: true });
			await npm(folder, ['pack', '--ignore-scripts', '--pack-destination', target]);
		}
		const [file] = await readdir(target);
		return path.join(target, file);
	});
}

/** Whether this process has packed it since it was built: jest loads this file anew for each test file. */
async function isPacked(folder: string, target: string): Promise<boolean> {
	const [file] = await readdir(target).catch(() => []);
	if (file === undefined) return false;
	const { mtimeMs } = await stat(path.join(target, file));
	const parts = PACKED_PARTS.map((part) => newestIn(path.join(folder, part)));
	return Math.max(...(await Promise.all(parts))) < mtimeMs;
}

/** A process has no reliable moment to clean up after itself, so the next one does. */
async function discardOld(): Promise<void> {
	for (const name of await readdir(PACKED)) {
		const pid = Number(name);
		if (pid > 0 && !isAlive(pid)) await rm(path.join(PACKED, name), { recursive: true });
	}
}

async function isStale(folder: string): Promise<boolean> {
	// The build writes this one last.
	const built = path.join(folder, 'dist', 'types', 'nodes.json');
	if (!existsSync(built)) return true;
	const { mtimeMs } = await stat(built);
	const sources = [
		...SHARED_SOURCES.map((source) => path.join(ROOT, source)),
		...OWN_SOURCES.map((source) => path.join(folder, source)),
	];
	const newest = await Promise.all(sources.map(newestIn));
	return Math.max(...newest) > mtimeMs;
}

async function newestIn(place: string): Promise<number> {
	const { mtimeMs } = await stat(place);
	const entries = await readdir(place, { recursive: true }).catch(() => []);
	const times = entries.map(async (entry) => (await stat(path.join(place, entry))).mtimeMs);
	return Math.max(mtimeMs, ...(await Promise.all(times)));
}

async function npm(cwd: string, args: string[]): Promise<void> {
	try {
		await run('npm', args, {
			cwd,
			maxBuffer: 1e8,
			shell: process.platform === 'win32',
		});
	} catch (error) {
		const { stdout, stderr } = error as { stdout?: string; stderr?: string };
		throw new Error(`npm ${args.join(' ')} failed\n${stdout ?? ''}${stderr ?? ''}`);
	}
}
