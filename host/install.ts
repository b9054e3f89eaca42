import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import {
	hostAt,
	hostFolder,
	RECIPES,
	type HostLocation,
	type HostName,
	type HostRecipe,
} from './location';
import { withLock } from './lock';
import { runStep, type Step } from './step';

export interface InstallOptions {
	/** Which n8n; the current one when not given. */
	host?: HostName;
	/** Where progress goes; standard error by default, so that output stays machine-readable. */
	log?: (line: string) => void;
}

/**
 * Installs n8n, and the Node it needs, once per machine, outside the checkout. What an interrupted
 * or failed installation left is thrown away and done again.
 */
export async function installHost(options: InstallOptions = {}): Promise<HostLocation> {
	const { host = 'current', log = (line: string) => process.stderr.write(`${line}\n`) } = options;
	const location = hostAt(hostFolder(host));
	if (existsSync(location.stamp)) return location;

	await mkdir(path.dirname(location.dir), { recursive: true });
	return withLock(
		`${location.dir}.lock`,
		async () => {
			if (!existsSync(location.stamp)) await replace(location.dir, RECIPES[host], log);
			return location;
		},
		(pid) => log(`Process ${pid} is installing n8n; waiting for it`),
	);
}

/** Installs beside the folder and moves it there when it is whole. */
async function replace(
	dir: string,
	recipe: HostRecipe,
	log: (line: string) => void,
): Promise<void> {
	const partial = `${path.basename(dir)}.partial-`;
	// An npm that outlived the process that started it may still write to a folder of this kind,
	// so each installation has its own.
	for (const name of await readdir(path.dirname(dir))) {
		if (name.startsWith(partial)) await remove(path.join(path.dirname(dir), name));
	}
	log(`Installing n8n into ${dir}: once, ${recipe.size}, some minutes`);
	const own = hostAt(path.join(path.dirname(dir), `${partial}${process.pid}`));
	await install(own, recipe, log);
	await remove(dir);
	await rename(own.dir, dir);
}

const remove = (dir: string) => rm(dir, { recursive: true, force: true, maxRetries: 5 });

async function install(
	location: HostLocation,
	recipe: HostRecipe,
	log: (line: string) => void,
): Promise<void> {
	const { dir, nodePackage, nodePath, n8nPath, stamp } = location;
	await mkdir(dir);
	for (const file of recipe.files) await copyFile(file, path.join(dir, path.basename(file)));

	const step = (part: Omit<Step, 'cwd' | 'log'>) => runStep({ ...part, cwd: dir, log });
	await step({
		title: 'Packages of n8n',
		command: 'npm',
		args: ['ci', '--ignore-scripts', '--no-progress'],
		progress: packageProgress(dir),
	});
	assertNode(location, recipe);
	await step({
		title: 'SQLite for n8n',
		command: 'npm',
		args: ['rebuild', 'sqlite3', '--ignore-scripts=false'],
		env: {
			PATH: [path.dirname(nodePath), process.env.PATH].join(path.delimiter),
			// Where no built binary can be had it is compiled, against the headers of that Node.
			...(nodePackage && { npm_config_nodedir: nodePackage }),
		},
	});
	await step({
		title: 'Check',
		command: nodePath,
		args: ['--eval', recipe.native.map((name) => `require('${name}')`).join(';')],
	});
	const version = JSON.parse(await readFile(path.join(n8nPath, '../../package.json'), 'utf8'));
	await writeFile(stamp, `n8n ${(version as { version: string }).version}\n`);
}

/** Says how many of the lock file's packages are there already. */
function packageProgress(dir: string): () => string {
	const lock = JSON.parse(readFileSync(path.join(dir, 'package-lock.json'), 'utf8')) as {
		packages: Record<string, { optional?: boolean }>;
	};
	const wanted = Object.entries(lock.packages)
		.filter(([place, { optional }]) => place !== '' && !optional)
		.map(([place]) => path.join(dir, place, 'package.json'));
	return () => `${wanted.filter((file) => existsSync(file)).length} of ${wanted.length}`;
}

/** npm leaves an optional package out without a word when it cannot be had. */
function assertNode({ nodePackage, nodePath }: HostLocation, { minimumNode }: HostRecipe): void {
	if (nodePackage !== undefined) {
		if (existsSync(nodePath)) return;
		throw new Error(`npm did not install ${path.basename(nodePackage)}, which n8n needs`);
	}
	if (Number(process.versions.node.split('.')[0]) >= minimumNode) return;
	throw new Error(
		`n8n needs Node ${minimumNode} or newer, and npm has none for this platform: run this with one`,
	);
}

/** Installs those of the names; without the older one its test alone is left out, and says so. */
async function installAll(names: readonly string[]): Promise<void> {
	if (names.includes('current')) await installHost();
	if (!names.includes('older')) return;
	await installHost({ host: 'older' }).catch((error: Error) => {
		process.stderr.write(`The older n8n is left out of the tests: ${error.message}\n`);
	});
}

if (require.main === module) {
	installAll(process.argv.slice(2)).catch((error: Error) => {
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 1;
	});
}
