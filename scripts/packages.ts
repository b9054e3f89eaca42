import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');
const SIBLINGS = 'packages';

/** The parts of a package.json that the scripts and tests here read. */
export interface Manifest {
	name: string;
	version: string;
	license?: string;
	repository: { url: string; directory?: string };
	n8n: { credentials: string[]; nodes: string[] };
	dependencies?: Record<string, string>;
	devDependencies: Record<string, string>;
	peerDependencies?: Record<string, string>;
}

/** A package that this repository publishes: the root, or a folder of `packages/`. */
export interface Package {
	/** Path of its folder. */
	folder: string;
	/** The same, seen from the root: `.`, or e.g. `packages/political-comms`. */
	place: string;
	manifest: Manifest;
}

/** The packages of the repository at `root`, the root itself first. */
export function packagesOf(root = ROOT): Package[] {
	const siblings = join(root, SIBLINGS);
	const names = existsSync(siblings) ? readdirSync(siblings).sort() : [];
	const places = names.map((name) => `${SIBLINGS}/${name}`);
	return ['.', ...places]
		.filter((place) => existsSync(join(root, place, 'package.json')))
		.map((place) => {
			const folder = join(root, place);
			return { folder, place, manifest: manifestIn(folder) };
		});
}

/** The source of a built file that package.json names. */
export function sourceOf(built: string): string {
	return built.replace(/^dist\/(.*)\.js$/, '$1.ts');
}

/** The git tag of a package's version: `v1.2.3` for the root, `<name>@1.2.3` for the others. */
export function tagOf({ place, manifest: { name, version } }: Package): string {
	return place === '.' ? `v${version}` : `${name}@${version}`;
}

/** The package.json of a folder. */
export function manifestIn(folder: string): Manifest {
	return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
