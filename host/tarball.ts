import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { isAlive, withLock } from './lock';

const run = promisify(execFile);
const ROOT = path.join(__dirname, '..');

/** A folder per process, with its tarball. */
const PACKED = path.join(ROOT, 'node_modules', '.trackly-packed');

/** What ends up in the package, one way or the other. */
const SOURCES = [
	'credentials',
	'kernel',
	'nodes',
	'scripts/bundle.ts',
	'gulpfile.js',
	'index.ts',
	'package.json',
];

let packed: Promise<string> | undefined;

/**
 * Builds the project where `dist` is older than its sources, and packs it as it would be published.
 * Once per process: the second caller gets the same file; processes side by side build it once.
 */
export function packProject(): Promise<string> {
	packed ??= pack();
	return packed;
}

async function pack(): Promise<string> {
	await mkdir(PACKED, { recursive: true });
	return withLock(path.join(PACKED, 'lock'), async () => {
		if (await isStale()) await npm(['run', 'build']);
		await discardOld();
		const folder = path.join(PACKED, String(process.pid));
		await mkdir(folder, { recursive: true });
		await npm(['pack', '--ignore-scripts', '--pack-destination', folder]);
		const [file] = await readdir(folder);
		return path.join(folder, file);
	});
}

/** A process has no reliable moment to clean up after itself, so the next one does. */
async function discardOld(): Promise<void> {
	for (const name of await readdir(PACKED)) {
		const pid = Number(name);
		const old = pid === process.pid || !isAlive(pid);
		if (pid > 0 && old) await rm(path.join(PACKED, name), { recursive: true });
	}
}

async function isStale(): Promise<boolean> {
	// The build writes this one last.
	const built = path.join(ROOT, 'dist', 'types', 'nodes.json');
	if (!existsSync(built)) return true;
	const { mtimeMs } = await stat(built);
	const newest = await Promise.all(SOURCES.map((source) => newestIn(path.join(ROOT, source))));
	return Math.max(...newest) > mtimeMs;
}

async function newestIn(place: string): Promise<number> {
	const { mtimeMs } = await stat(place);
	const entries = await readdir(place, { recursive: true }).catch(() => []);
	const times = entries.map(async (entry) => (await stat(path.join(place, entry))).mtimeMs);
	return Math.max(mtimeMs, ...(await Promise.all(times)));
}

async function npm(args: string[]): Promise<void> {
	try {
		await run('npm', args, {
			cwd: ROOT,
			maxBuffer: 1e8,
			shell: process.platform === 'win32',
		});
	} catch (error) {
		const { stdout, stderr } = error as { stdout?: string; stderr?: string };
		throw new Error(`npm ${args.join(' ')} failed\n${stdout ?? ''}${stderr ?? ''}`);
	}
}
