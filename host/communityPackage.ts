import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface PackageJson {
	name: string;
	version: string;
	dependencies?: Record<string, string>;
	[field: string]: unknown;
}

/** What n8n deletes from a community package's package.json before it installs the rest. */
const DELETED = ['devDependencies', 'peerDependencies', 'optionalDependencies'];

/** The package.json a community package is left with after n8n has installed it. */
export function asInstalled(packageJson: PackageJson): PackageJson {
	const fields = Object.entries(packageJson).filter(([field]) => !DELETED.includes(field));
	return { ...Object.fromEntries(fields), name: packageJson.name, version: packageJson.version };
}

/**
 * Installs a packed community package into an n8n data folder the way n8n does after `npm pack`:
 * unpacked as it is, without what its package.json asks for besides `dependencies`. Anything that
 * was not bundled into it is therefore missing here too.
 *
 * @returns the package's name
 */
export async function installPackage(tarball: string, dataDir: string): Promise<string> {
	const nodes = path.join(dataDir, '.n8n', 'nodes');
	await mkdir(nodes, { recursive: true });
	const unpacked = await mkdtemp(path.join(nodes, 'unpacking-'));
	try {
		await run('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
		const file = path.join(unpacked, 'package.json');
		const packageJson = asInstalled(JSON.parse(await readFile(file, 'utf8')) as PackageJson);
		if (Object.keys(packageJson.dependencies ?? {}).length > 0) {
			throw new Error(`${packageJson.name} has dependencies; it must bundle what it needs`);
		}
		await writeFile(file, JSON.stringify(packageJson, null, 2));

		const target = path.join(nodes, 'node_modules', packageJson.name);
		await rm(target, { recursive: true, force: true });
		await mkdir(path.dirname(target), { recursive: true });
		await rename(unpacked, target);
		return packageJson.name;
	} catch (error) {
		await rm(unpacked, { recursive: true, force: true });
		throw error;
	}
}
