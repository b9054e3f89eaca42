import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { build, type BuildOptions, type Metafile } from 'esbuild';

import { thirdParties } from './bundle/thirdParties';
import { manifestIn, sourceOf } from './packages';

const NODE_MODULES = 'node_modules/';
const LICENCE_FILE = /^(licen[cs]e|copying)/i;
const RULE = '-'.repeat(80);

/** How esbuild makes the code of the package in a folder, whatever it makes of it. */
export const bundling = (folder: string): BuildOptions => ({
	absWorkingDir: folder,
	platform: 'node',
	target: 'node20',
	// Readable output: reviewers and n8n's scanner read it, and class names must survive.
	minify: false,
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
 * Bundles the package in a folder into its folder `out`, in two steps. esbuild splits shared code
 * (ours and third parties') into chunks, each library once, but only for ES modules; n8n loads
 * CommonJS, so the second step turns each file into that.
 *
 * @returns what went into which file, by paths relative to `folder`
 */
export async function bundle(folder: string, out: string): Promise<Metafile> {
	const { metafile } = await build({
		...bundling(folder),
		entryPoints: entriesOf(folder),
		outdir: out,
		outbase: '.',
		bundle: true,
		splitting: true,
		format: 'esm',
		external: ['n8n-workflow'],
		chunkNames: 'chunks/[name]-[hash]',
		plugins: [thirdParties],
		metafile: true,
	});
	await build({
		...bundling(folder),
		entryPoints: Object.keys(metafile.outputs),
		outdir: out,
		outbase: out,
		allowOverwrite: true,
		format: 'cjs',
	});
	return metafile;
}

/** What n8n and others load: the index, and the credentials and nodes of package.json. */
function entriesOf(folder: string): string[] {
	const { n8n } = manifestIn(folder);
	return ['index.ts', ...[...n8n.credentials, ...n8n.nodes].map(sourceOf)];
}

/** A third-party package with code in the bundle. */
export interface BundledPackage {
	name: string;
	version: string;
	/** SPDX expression of its package.json. */
	licence: string;
	/** Text of its licence files. */
	text: string;
	/** Its folder, seen from that of the package, e.g. `node_modules/zod`. */
	folder: string;
}

/**
 * The third-party packages whose code is in the bundle, by name.
 *
 * @throws Error for one that comes without the text of its licence
 */
export function bundledPackages(folder: string, metafile: Metafile): BundledPackage[] {
	const inputs = Object.values(metafile.outputs).flatMap((output) =>
		Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) =>
			bytesInOutput > 0 ? [file] : [],
		),
	);
	const folders = new Set(inputs.flatMap((file) => packageFolder(file) ?? []));
	return [...folders].sort().map((bundled) => readPackage(folder, bundled));
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

function readPackage(from: string, folder: string): BundledPackage {
	const place = path.join(from, folder);
	const { name, version, license } = manifestIn(place);
	const files = readdirSync(place).filter((file) => LICENCE_FILE.test(file));
	if (license === undefined || files.length === 0) {
		throw new Error(`${name} ${version} is bundled but comes without a licence`);
	}
	const texts = files.sort().map((file) => readFileSync(path.join(place, file), 'utf8').trim());
	return { name, version, licence: license, text: texts.join('\n\n'), folder };
}
