import { spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { HOST_NODE_VERSION, hostFolder, hostNode } from './cache';

/** A line of progress for people. */
export type Progress = (line: string) => void;

const PROGRESS_INTERVAL = 10_000; // ms
const LOCK_POLL = 2_000; // ms

/**
 * Makes sure that the real n8n and its Node are installed, once for all checkouts with the same lock
 * file. An install that was interrupted is done again from the start.
 *
 * @returns the folder it is installed in
 */
export async function installHost(progress: Progress): Promise<string> {
	const folder = hostFolder();
	if (isComplete(folder)) return folder;
	await mkdir(dirname(folder), { recursive: true });
	await withLock(`${folder}.lock`, progress, async () => {
		if (!isComplete(folder)) await install(folder, progress);
	});
	return folder;
}

const stampOf = (folder: string) => join(folder, 'complete');

function isComplete(folder: string): boolean {
	return existsSync(stampOf(folder));
}

async function install(folder: string, progress: Progress): Promise<void> {
	progress(`Installing a real n8n into ${folder} (once, 3 to 6 minutes, about 2.3 GB)`);
	await rm(folder, { recursive: true, force: true });
	await mkdir(join(folder, 'node'), { recursive: true });
	for (const file of ['package.json', 'package-lock.json']) {
		await copyFile(join(__dirname, file), join(folder, file));
	}

	const node = hostNode(folder);
	const nodePackage = dirname(dirname(node));
	await npm('Node for n8n', join(folder, 'node'), progress, [
		...['install', '--no-save', '--no-package-lock', '--ignore-scripts', '--prefix', '.'],
		`${basename(nodePackage)}@${HOST_NODE_VERSION}`,
	]);
	// Install scripts of some dependencies need tools or hosts that not everybody has; of those that
	// have one, n8n with SQLite needs only the database driver's.
	await npm('n8n', folder, progress, ['ci', '--ignore-scripts', '--legacy-peer-deps']);
	await npm(
		'the database driver',
		folder,
		progress,
		['rebuild', 'sqlite3', '--ignore-scripts=false'],
		{
			PATH: `${dirname(node)}:${process.env.PATH}`,
			npm_config_nodedir: nodePackage,
		},
	);
	await writeFile(stampOf(folder), new Date().toISOString());
	progress('The real n8n is installed');
}

/** Runs npm, telling every few seconds that it still does. @throws with the end of its output */
async function npm(
	what: string,
	folder: string,
	progress: Progress,
	args: string[],
	env: NodeJS.ProcessEnv = {},
): Promise<void> {
	const started = Date.now();
	const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
	const logFile = join(folder, `install-${args[0]}.log`);
	const log = createWriteStream(logFile);
	const child = spawn('npm', [...args, '--no-audit', '--no-fund', '--loglevel=warn'], {
		cwd: folder,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: process.platform === 'win32',
	});
	child.stdout.pipe(log);
	child.stderr.pipe(log);
	progress(`  ${what}: started`);
	const ticker = setInterval(() => progress(`  ${what}: ${seconds()}`), PROGRESS_INTERVAL);
	const code = await new Promise<number | null>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', resolve);
	}).finally(() => clearInterval(ticker));
	if (code !== 0) {
		const output = await readFile(logFile, 'utf8');
		throw new Error(`Installing ${what} failed (see ${logFile}):\n${output.slice(-3_000)}`);
	}
	progress(`  ${what}: done after ${seconds()}`);
}

/** Keeps a second process from installing at the same time. A lock whose holder is gone is taken over. */
async function withLock(
	lock: string,
	progress: Progress,
	work: () => Promise<void>,
): Promise<void> {
	for (let told = false; !(await takeLock(lock)); told = true) {
		if (!told) progress('Another process installs n8n; waiting for it');
		await sleep(LOCK_POLL);
	}
	try {
		await work();
	} finally {
		await rm(lock, { force: true });
	}
}

async function takeLock(lock: string): Promise<boolean> {
	try {
		await writeFile(lock, String(process.pid), { flag: 'wx' });
		return true;
	} catch {
		const holder = Number(await readFile(lock, 'utf8').catch(() => '0'));
		if (!isRunning(holder)) await rm(lock, { force: true });
		return false;
	}
}

function isRunning(pid: number): boolean {
	if (!pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

if (require.main === module) {
	installHost((line) => console.log(line)).catch((error: Error) => {
		console.error(error.message);
		process.exitCode = 1;
	});
}
