import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { bundle, bundledPackages } from '../../scripts/bundle';
import { packProject } from '../../host/tarball';
import { packagesOf, sourceOf } from '../../scripts/packages';

const run = promisify(execFile);
const ROOT = path.join(__dirname, '..', '..');
const [root, ...siblings] = packagesOf();

/** What goes into the packages or makes them. */
const SOURCES = [
	'LICENSE.md',
	'README.md',
	'credentials',
	'gulpfile.js',
	'index.ts',
	'kernel',
	'nodes',
	'package.json',
	'packages',
	'scripts',
	'tsconfig.build.json',
	'tsconfig.json',
];

/** Folders in them that do not. */
const LEFT_OUT = new Set(['dist', 'sandbox', 'test']);

/** In every tarball; `*` stands for a hash of the content. */
const FILES = [
	'LICENSE.md',
	'README.md',
	'dist/THIRD_PARTY_LICENSES',
	'dist/chunks/chunk-*.js',
	'dist/index.js',
	'dist/known/credentials.json',
	'dist/known/nodes.json',
	'dist/methods/defined.json',
	'dist/methods/referenced.json',
	'dist/types/credentials.json',
	'dist/types/nodes.json',
	'package.json',
];

/** Third-party packages whose code may be in a tarball; in the root's all are. */
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

/** Reads patterns in linear time, and is the largest of them. */
const ENGINE = 're2js';

let work: string;
beforeAll(async () => {
	work = await mkdtemp(path.join(os.tmpdir(), 'packages-'));
});
afterAll(async () => await rm(work, { recursive: true, force: true }));

const sha256 = async (file: string) =>
	createHash('sha256')
		.update(await readFile(file))
		.digest('hex');

/** The files below a folder, by their paths in it. */
async function filesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
		.map((file) => file.split(path.sep).join('/'));
}

let elsewhere: Promise<string> | undefined;

/** A copy of the sources elsewhere, built years later, at the other end of the world. */
function builtElsewhere(): Promise<string> {
	elsewhere ??= buildElsewhere();
	return elsewhere;
}

async function buildElsewhere(): Promise<string> {
	const copy = path.join(work, 'another place');
	for (const source of SOURCES) {
		await cp(path.join(ROOT, source), path.join(copy, source), {
			recursive: true,
			filter: (file) => !LEFT_OUT.has(path.basename(file)),
		});
	}
	await symlink(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
	const clock = path.join(__dirname, 'laterClock.cjs');
	const env = { ...process.env, TZ: 'Pacific/Kiritimati', NODE_OPTIONS: `--require ${clock}` };
	const gulp = path.join(ROOT, 'node_modules', 'gulp', 'bin', 'gulp.js');
	await run(process.execPath, [gulp, 'build'], { cwd: copy, env, maxBuffer: 1e8 });
	return copy;
}

const listed = [root, ...siblings].map((each) => [each.manifest.name, each] as const);

describe.each(listed)('%s', (name, { folder, place, manifest }) => {
	const own = path.join(os.tmpdir(), `${name}-${process.pid}`);
	const unpacked = path.join(own, 'package');
	const nodes = manifest.n8n.nodes.map(sourceOf);
	const nodeFolder = path.dirname(nodes[0]);

	beforeAll(async () => {
		await mkdir(own, { recursive: true });
		await run('tar', ['-xzf', await packProject(folder), '-C', own]);
	});
	afterAll(async () => await rm(own, { recursive: true, force: true }));

	const read = async (file: string) => await readFile(path.join(unpacked, file), 'utf8');

	describe('the tarball', () => {
		it('is the same to the byte wherever and whenever it is built', async () => {
			const packed = path.join(own, 'packed');
			await mkdir(packed);
			await run('npm', ['pack', '--ignore-scripts', '--pack-destination', packed], {
				cwd: path.join(await builtElsewhere(), place),
				shell: process.platform === 'win32',
			});
			const [file] = await readdir(packed);
			expect(await sha256(path.join(packed, file))).toBe(await sha256(await packProject(folder)));
		});

		it('holds these files and no other', async () => {
			const copied = await Promise.all(
				['credentials', nodeFolder].map(async (below) =>
					(await filesIn(path.join(folder, below)))
						.filter((file) => /\.svg$|\.node\.json$|^__schema__\//.test(file))
						.map((file) => `dist/${below}/${file}`),
				),
			);
			const wanted = [
				...FILES,
				...manifest.n8n.credentials,
				...manifest.n8n.nodes,
				...copied.flat(),
			];
			const found = (await filesIn(unpacked)).map((file) =>
				file.replace(/(chunk-)[0-9A-Z]{8}/, '$1*'),
			);
			expect([...new Set(found)].sort()).toEqual(wanted.sort());
		});

		it('needs nothing at run time but n8n', async () => {
			const { dependencies, peerDependencies } = JSON.parse(await read('package.json'));
			expect(dependencies).toBeUndefined();
			expect(peerDependencies).toEqual({ 'n8n-workflow': '*' });

			const scripts = (await filesIn(unpacked)).filter((file) => file.endsWith('.js'));
			const required = (await Promise.all(scripts.map(read))).flatMap((source) =>
				[...source.matchAll(/\brequire\("([^".][^"]*)"\)/g)].map(([, module]) => module),
			);
			expect([...new Set(required)].sort()).toEqual(['n8n-workflow', 'node:crypto']);
		});
	});

	describe('the code of third parties in it', () => {
		const bundled = async () => {
			const metafile = await bundle(folder, path.join(own, 'bundle'));
			return { metafile, found: bundledPackages(folder, metafile) };
		};

		it('is of these packages, each in one version and each of its files once', async () => {
			const { metafile, found } = await bundled();
			const names = found.map((each) => each.name);
			expect(names).toEqual(BUNDLED.filter((each) => place === '.' || names.includes(each)));
			const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) =>
				Object.keys(inputs).filter((file) => file.includes('node_modules/')),
			);
			expect(inputs.filter((file, index) => inputs.indexOf(file) !== index)).toEqual([]);
		});

		it('is of the versions that package.json names', async () => {
			const { found } = await bundled();
			const direct = found
				.filter((each) => each.name in root.manifest.devDependencies)
				.map((each) => [each.name, each.version]);
			// The root's are the tools of development too.
			const named = Object.entries(manifest.devDependencies).filter(([each]) =>
				place === '.' ? BUNDLED.includes(each) : each !== 'n8n-workflow',
			);
			expect(Object.fromEntries(direct)).toEqual(Object.fromEntries(named));
		});

		it('is loaded only where it is used: what reads patterns, by triggers alone', async () => {
			const { metafile, found } = await bundled();
			const outputs = Object.entries(metafile.outputs);
			const loaded = (file: string): string[] => {
				const [, output] = outputs.find(([each]) => each.endsWith(file))!;
				const deeper = output.imports.filter(({ external }) => !external);
				return [...Object.keys(output.inputs), ...deeper.flatMap(({ path: to }) => loaded(to))];
			};
			const loadsEngine = (node: string) =>
				loaded(node.replace(/ts$/, 'js')).some((file) => file.includes(`/${ENGINE}/`));
			const isThere = found.some((each) => each.name === ENGINE);
			const triggers = nodes.filter((node) => node.endsWith('Trigger.node.ts'));
			expect(nodes.filter(loadsEngine)).toEqual(isThere ? triggers : []);
		});

		it('comes with its licences', async () => {
			const notice = await read('dist/THIRD_PARTY_LICENSES');
			for (const { name, version, licence, text } of (await bundled()).found) {
				expect(notice).toContain(`\n${name} ${version} (${licence})\n`);
				expect(text).toMatch(/copyright/i);
				expect(notice).toContain(text);
			}
		});
	});
});
