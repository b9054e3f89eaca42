const { execFile } = require('node:child_process');
const { createRequire } = require('node:module');
const { rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { promisify } = require('node:util');

const { dest, series, src } = require('gulp');
// Lets `require` read TypeScript.
require('tsx/cjs');

const { bundle, bundledPackages, licenceNotice } = require('./scripts/bundle.ts');

const run = promisify(execFile);
const OUT = 'dist';

async function clean() {
	await rm(OUT, { recursive: true, force: true });
}

async function typeCheck() {
	await runTool('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.build.json']);
}

/** The code, and the licences of the third parties whose code is in it. */
async function code() {
	const packages = bundledPackages(__dirname, await bundle(__dirname, OUT));
	await writeFile(path.join(OUT, 'THIRD_PARTY_LICENSES'), licenceNotice(packages));
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
exports.build = series(clean, typeCheck, code, copyAssets, lazyLoadingMetadata);
exports.default = exports.build;
