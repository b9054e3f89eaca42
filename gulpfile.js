const { execFile } = require('node:child_process');
const { createRequire } = require('node:module');
const { rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { promisify } = require('node:util');

const { dest, series, src } = require('gulp');
// Lets `require` read TypeScript.
require('tsx/cjs');

const { bundle, bundledPackages, licenceNotice } = require('./scripts/bundle.ts');
const { packagesOf } = require('./scripts/packages.ts');

const run = promisify(execFile);
const OUT = 'dist';

async function typeCheck() {
	await runTool(__dirname, 'typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.build.json']);
}

/** Builds a package in its folder, each step named after it. */
function build({ folder, place }) {
	const step = (name, task) => Object.assign(task, { displayName: `${place}: ${name}` });
	return series(
		step('clean', () => rm(path.join(folder, OUT), { recursive: true, force: true })),
		step('code', () => code(folder)),
		step('assets', () => copyAssets(folder)),
		// dist/known and dist/types let n8n list the nodes without loading their code.
		step('metadata', () => runTool(folder, 'n8n-core/bin/generate-metadata', [])),
	);
}

/** The code, and the licences of the third parties whose code is in it. */
async function code(folder) {
	const packages = bundledPackages(folder, await bundle(folder, OUT));
	await writeFile(path.join(folder, OUT, 'THIRD_PARTY_LICENSES'), licenceNotice(packages));
}

function copyAssets(folder) {
	return src(
		['{nodes,credentials}/**/*.{svg,png}', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'],
		{ cwd: folder, base: folder, encoding: false },
	).pipe(dest(path.join(folder, OUT)));
}

/** Runs a package's own script with this Node, whatever the shell. */
async function runTool(cwd, script, args) {
	const [scope, ...rest] = script.split('/');
	const packageJson = createRequire(__filename).resolve(`${scope}/package.json`);
	const file = path.join(path.dirname(packageJson), ...rest);
	try {
		await run(process.execPath, [file, ...args], { cwd, maxBuffer: 1e8 });
	} catch (error) {
		throw new Error(`${script} failed in ${cwd}\n${error.stdout ?? ''}${error.stderr ?? ''}`);
	}
}

exports.build = series(typeCheck, ...packagesOf().map(build));
exports.default = exports.build;
