// Makes a fresh checkout ready with nothing but Node and npm: the development dependencies, where
// they are missing or other than the lock file says, then each n8n of host.
//
//   node scripts/setup.mjs                        everything
//   node scripts/setup.mjs --without-older-host   not the older n8n, which only a test needs
//   node scripts/setup.mjs --without-host         development dependencies only
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MINIMUM_NODE = [20, 19];
const TICK_MS = 5_000;

if (isOlder(process.versions.node, MINIMUM_NODE)) {
	fail(`Node ${MINIMUM_NODE.join('.')} or newer is needed; this is ${process.versions.node}`);
}
if (!(await dependenciesMatch())) await installDependencies();
if (!process.argv.includes('--without-host')) {
	const hosts = process.argv.includes('--without-older-host') ? ['current'] : ['current', 'older'];
	await run(process.execPath, ['--import', 'tsx', 'host/install.ts', ...hosts]);
}

/**
 * npm writes what it has installed into node_modules/.package-lock.json, as the last thing it does.
 * What is optional there depends on the platform.
 */
async function dependenciesMatch() {
	const [wanted, installed] = await Promise.all([
		packagesOf('package-lock.json'),
		packagesOf('node_modules/.package-lock.json'),
	]);
	return Object.entries(wanted).every(
		([place, { version, integrity, optional }]) =>
			place === '' ||
			(optional && installed[place] === undefined) ||
			(installed[place]?.version === version && installed[place]?.integrity === integrity),
	);
}

async function packagesOf(lockFile) {
	try {
		return JSON.parse(await readFile(path.join(ROOT, lockFile), 'utf8')).packages;
	} catch (error) {
		if (error.code === 'ENOENT') return {};
		throw error;
	}
}

async function installDependencies() {
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	process.stderr.write('Installing the development dependencies: about a minute\n');
	const ticking = setInterval(
		() => process.stderr.write(`  Development dependencies: ${seconds()} s\n`),
		TICK_MS,
	);
	await run('npm', ['ci', '--no-progress']);
	clearInterval(ticking);
	process.stderr.write(`  Development dependencies: ${seconds()} s, done\n`);
}

/** Runs a command in the checkout, its output on standard error: that of scripts is for results. */
async function run(command, args) {
	const child = spawn(command, args, {
		cwd: ROOT,
		stdio: ['ignore', 2, 2],
		// npm is a command file there.
		shell: process.platform === 'win32' && command === 'npm',
	});
	const [code, signal] = await once(child, 'exit');
	if (code !== 0) fail(`${command} ${args.join(' ')} ended with ${signal ?? `code ${code}`}`);
}

function isOlder(version, [major, minor]) {
	const [ownMajor, ownMinor] = version.split('.').map(Number);
	return ownMajor < major || (ownMajor === major && ownMinor < minor);
}

function fail(message) {
	process.stderr.write(`${message}\n`);
	process.exit(1);
}
