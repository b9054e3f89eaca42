const { execFile } = require('node:child_process');
const { createRequire } = require('node:module');
const { rm } = require('node:fs/promises');
const path = require('node:path');
const { promisify } = require('node:util');

const esbuild = require('esbuild');
const { dest, series, src } = require('gulp');

const run = promisify(execFile);
const OUT = 'dist';

const ENTRIES = [
	'index.ts',
	'credentials/TracklyApi.credentials.ts',
	'nodes/Trackly/Trackly.node.ts',
	'nodes/Trackly/TracklyTrigger.node.ts',
];

const common = {
	platform: 'node',
	target: 'node20',
	// Readable output: reviewers and n8n's scanner read it, and class names must survive.
	minify: false,
	keepNames: true,
	legalComments: 'inline',
	logLevel: 'warning',
};

async function clean() {
	await rm(OUT, { recursive: true, force: true });
}

async function typeCheck() {
	await runTool('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.build.json']);
}

/**
 * Bundles in two steps. esbuild splits shared code (ours and third parties') into chunks, each
 * library once, but only for ES modules; n8n loads CommonJS, so the second step turns each file
 * into that.
 */
async function bundle() {
	const { metafile } = await esbuild.build({
		...common,
		entryPoints: ENTRIES,
		outdir: OUT,
		outbase: '.',
		bundle: true,
		splitting: true,
		format: 'esm',
		external: ['n8n-workflow'],
		chunkNames: 'chunks/[name]-[hash]',
		metafile: true,
	});
	await esbuild.build({
		...common,
		entryPoints: Object.keys(metafile.outputs),
		outdir: OUT,
		outbase: OUT,
		allowOverwrite: true,
		format: 'cjs',
	});
}

function copyAssets() {
	return src(
		['{nodes,credentials}/**/*.{svg,png}', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'],
		{
			base: '.',
			encoding: false,
		},
	).pipe(dest(OUT));
}

/** dist/known and dist/types let n8n list the nodes without loading their code. */
async function lazyLoadingMetadata() {
	await runTool('n8n-core/bin/generate-metadata', []);
}

/** Runs a package's own script with this Node, whatever the shell. */
async function runTool(script, args) {
	const [scope, ...rest] = script.split('/');
	const packageJson = createRequire(__filename).resolve(`${scope}/package.json`);
	const file = path.join(path.dirname(packageJson), ...rest);
	try {
		await run(process.execPath, [file, ...args], { maxBuffer: 1e8 });
	} catch (error) {
		throw new Error(`${script} failed\n${error.stdout ?? ''}${error.stderr ?? ''}`);
	}
}

exports.clean = clean;
exports.build = series(clean, typeCheck, bundle, copyAssets, lazyLoadingMetadata);
exports.default = exports.build;
