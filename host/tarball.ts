import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { isAlive, withLock } from './lock';

const run = promisify(execFile);
/** Folder of the root package, which builds all of them. */
const ROOT = path.join(__dirname, '..');

/** A folder per process, with its tarball. */
const PACKED = path.join(ROOT, 'node_modules', '.trackly-packed');

/** What ends up in a package, one way or the other. */
const SOURCES = ['credentials', 'nodes', 'index.ts', 'package.json'];
const SHARED_SOURCES = ['kernel', 'scripts/bundle.ts', 'gulpfile.js'];

const packed = new Map<string, Promise<string>>();

/**
 * Builds a package where its `dist` is older than its sources, and packs it as it would be
 * published. Once per process: the second caller gets the same file; processes side by side build
 * it once.
 *
 * @param source the package's folder; the root package's when not given
 */
export function packProject(source = ROOT): Promise<string> {
	const started = packed.get(source) ?? pack(source);
	packed.set(source, started);
	return started;
}

async function pack(source: string): Promise<string> {
	await mkdir(PACKED, { recursive: true });
	return withLock(path.join(PACKED, 'lock'), async () => {
		if (await isStale(source)) await npm(ROOT, ['run', 'build']);
		await discardOld();
		const folder = path.join(PACKED, String(process.pid), path.basename(source));
		await rm(folder, { recursive: true, force: true }); // of a process that had the same id
		await mkdir(folder, { recursive: true });
		await npm(source, ['pack', '--ignore-scripts', '--pack-destination', folder]);
		const [file] = await readdir(folder);
		return path.join(folder, file);
	});
}

/** A process has no reliable moment to clean up after itself, so the next one does. */
async function discardOld(): Promise<void> {
	for (const name of await readdir(PACKED)) {
		const pid = Number(name);
		if (pid > 0 && !isAlive(pid)) await rm(path.join(PACKED, name), { recursive: true });
	}
}

async function isStale(source: string): Promise<boolean> {
	// The build writes this one last.
	const built = path.join(source, 'dist', 'types', 'nodes.json');
	if (!existsSync(built)) return true;
	const { mtimeMs } = await stat(built);
	const places = [
		...SOURCES.map((name) => path.join(source, name)),
		...SHARED_SOURCES.map((name) => path.join(ROOT, name)),
	];
	const newest = await Promise.all(places.map(newestIn));
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
