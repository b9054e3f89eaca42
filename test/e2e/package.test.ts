import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { resources } from '../../nodes/Trackly/operations';
import { bundle, bundledPackages } from '../../scripts/bundle';
import { packProject } from '../../host/tarball';

const run = promisify(execFile);
const ROOT = path.join(__dirname, '..', '..');

/** What goes into the package or makes it. */
const SOURCES = [
	'LICENSE.md',
	'README.md',
	'credentials',
	'gulpfile.js',
	'index.ts',
	'kernel',
	'nodes',
	'package.json',
	'scripts',
	'tsconfig.build.json',
	'tsconfig.json',
];

/** Everything in the tarball, previews of outputs aside; `*` stands for a hash of the content. */
const FILES = [
	'LICENSE.md',
	'README.md',
	'dist/THIRD_PARTY_LICENSES',
	'dist/chunks/chunk-*.js',
	'dist/chunks/chunk-*.js',
	'dist/chunks/chunk-*.js',
	'dist/chunks/chunk-*.js',
	'dist/chunks/chunk-*.js',
	'dist/credentials/TracklyApi.credentials.js',
	'dist/credentials/trackly.dark.svg',
	'dist/credentials/trackly.svg',
	'dist/index.js',
	'dist/known/credentials.json',
	'dist/known/nodes.json',
	'dist/methods/defined.json',
	'dist/methods/referenced.json',
	'dist/nodes/Trackly/Trackly.node.js',
	'dist/nodes/Trackly/Trackly.node.json',
	'dist/nodes/Trackly/TracklyTrigger.node.js',
	'dist/nodes/Trackly/TracklyTrigger.node.json',
	'dist/nodes/Trackly/trackly.dark.svg',
	'dist/nodes/Trackly/trackly.svg',
	'dist/types/credentials.json',
	'dist/types/nodes.json',
	'package.json',
];

/** Third-party packages whose code is in the tarball. */
const BUNDLED = [
	'grapheme-splitter',
	'libphonenumber-js',
	'lossless-json',
	'luxon',
	'p-limit',
	're2js',
	'sms-segments-calculator',
	'yocto-queue',
	'zod',
];

/** What an operation gives whose request the user writes is not known before. */
const WITHOUT_PREVIEW = 'api';

const previews = [
	'v1.0.0.json',
	...resources
		.filter(({ value }) => value !== WITHOUT_PREVIEW)
		.flatMap(({ operations }) =>
			operations.map(({ resource, operation }) => `v1.0.0/${resource}/${operation}.json`),
		),
].map((name) => `dist/nodes/Trackly/__schema__/${name}`);

let folder: string;
let unpacked: string;

beforeAll(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), 'trackly-package-'));
	await run('tar', ['-xzf', await packProject(), '-C', folder]);
	unpacked = path.join(folder, 'package');
}, 120_000);
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const read = async (file: string) => await readFile(path.join(unpacked, file), 'utf8');
const sha256 = async (file: string) =>
	createHash('sha256')
		.update(await readFile(file))
		.digest('hex');

/** Builds and packs a copy of the sources elsewhere, years later, at the other end of the world. */
async function packElsewhere(): Promise<string> {
	const copy = path.join(folder, 'another place');
	for (const source of SOURCES) {
		await cp(path.join(ROOT, source), path.join(copy, source), { recursive: true });
	}
	await symlink(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
	const clock = path.join(__dirname, 'laterClock.cjs');
	const env = { ...process.env, TZ: 'Pacific/Kiritimati', NODE_OPTIONS: `--require ${clock}` };
	const gulp = path.join(ROOT, 'node_modules', 'gulp', 'bin', 'gulp.js');
	await run(process.execPath, [gulp, 'build'], { cwd: copy, env, maxBuffer: 1e8 });

	const packed = path.join(folder, 'packed');
	await mkdir(packed);
	await run('npm', ['pack', '--ignore-scripts', '--pack-destination', packed], {
		cwd: copy,
		shell: process.platform === 'win32',
	});
	return path.join(packed, (await readdir(packed))[0]);
}

describe('the package', () => {
	it('is the same to the byte wherever and whenever it is built', async () => {
		expect(await sha256(await packElsewhere())).toBe(await sha256(await packProject()));
	}, 120_000);

	it('holds these files and no other', async () => {
		const entries = await readdir(unpacked, { recursive: true, withFileTypes: true });
		const files = entries
			.filter((entry) => entry.isFile())
			.map(({ parentPath, name }) => path.relative(unpacked, path.join(parentPath, name)))
			.map((file) =>
				file
					.split(path.sep)
					.join('/')
					.replace(/(chunk-)[0-9A-Z]{8}/, '$1*'),
			);
		expect(files.sort()).toEqual([...FILES, ...previews].sort());
	});

	it('needs nothing at run time but n8n', async () => {
		const { dependencies, peerDependencies } = JSON.parse(await read('package.json'));
		expect(dependencies).toBeUndefined();
		expect(peerDependencies).toEqual({ 'n8n-workflow': '*' });

		const scripts = FILES.filter((file) => file.endsWith('.js') && !file.includes('*'));
		const chunks = await readdir(path.join(unpacked, 'dist', 'chunks'));
		const sources = [...scripts, ...chunks.map((name) => `dist/chunks/${name}`)].map(read);
		const required = (await Promise.all(sources)).flatMap((source) =>
			[...source.matchAll(/\brequire\("([^".][^"]*)"\)/g)].map(([, name]) => name),
		);
		expect([...new Set(required)].sort()).toEqual(['n8n-workflow', 'node:crypto']);
	});
});

describe('the code of third parties in the package', () => {
	const packages = async () => {
		const metafile = await bundle(ROOT, path.join(folder, 'bundle'));
		return { metafile, found: bundledPackages(ROOT, metafile) };
	};

	it('is of these packages, each in one version and each of its files once', async () => {
		const { metafile, found } = await packages();
		expect(found.map(({ name }) => name)).toEqual(BUNDLED);
		const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) =>
			Object.keys(inputs).filter((file) => file.includes('node_modules/')),
		);
		expect(inputs.filter((file, index) => inputs.indexOf(file) !== index)).toEqual([]);
	});

	it('is loaded only where it is used: what reads patterns, by the trigger alone', async () => {
		const { metafile } = await packages();
		const outputs = Object.entries(metafile.outputs);
		const loaded = (file: string): string[] => {
			const [, output] = outputs.find(([name]) => name.endsWith(file))!;
			const deeper = output.imports.filter(({ external }) => !external);
			return [...Object.keys(output.inputs), ...deeper.flatMap(({ path: to }) => loaded(to))];
		};
		const ofEngine = (file: string) => loaded(file).filter((each) => each.includes('/re2js/'));
		expect(ofEngine('nodes/Trackly/Trackly.node.js')).toEqual([]);
		expect(ofEngine('nodes/Trackly/TracklyTrigger.node.js')).not.toEqual([]);
	});

	it('comes with its licences', async () => {
		const notice = await read('dist/THIRD_PARTY_LICENSES');
		for (const { name, version, licence, text } of (await packages()).found) {
			expect(notice).toContain(`\n${name} ${version} (${licence})\n`);
			expect(text).toMatch(/copyright/i);
			expect(notice).toContain(text);
		}
	});
});
