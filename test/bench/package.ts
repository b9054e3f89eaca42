import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { installHost } from '../../host/install';
import { packProject } from '../../host/tarball';
import { median, spread, type Measurement } from './figure';

const run = promisify(execFile);
const RUNS = 9;

/** Community packages that many people have installed. */
const OTHERS = [
	'@mendable/n8n-nodes-firecrawl@2.1.2',
	'@devlikeapro/n8n-nodes-chatwoot@1.0.2',
	'n8n-nodes-evolution-api@1.0.4',
];

/** What the package weighs, and how long n8n's Node takes to require its nodes the first time. */
export const weight: Measurement = {
	figures: ['loadActionMs', 'loadMs', 'packedKB'],
	measure: async (print) => {
		const { dir, nodePath } = await installHost();
		const folder = await mkdtemp(path.join(os.tmpdir(), 'trackly-weight-'));
		try {
			await writeFile(path.join(folder, 'package.json'), '{"private": true}');
			const modules = path.join(dir, 'node_modules');
			const load = async (name: string, nodes?: number) =>
				await loadTimes(nodePath, modules, folder, name, nodes);
			const tarball = await packProject();
			await install(folder, tarball);
			const action = await load('n8n-nodes-trackly', 1);
			const times = await load('n8n-nodes-trackly');
			const packedKB = Math.round((await stat(tarball)).size / 1_000);
			print(
				`n8n-nodes-trackly: ${packedKB} kB packed, all nodes required in ms: ${spread(times, 1)}`,
			);
			print(`  the action node alone: ${spread(action, 1)}`);
			for (const other of OTHERS) {
				const name = other.slice(0, other.lastIndexOf('@'));
				try {
					await install(folder, other);
				} catch {
					print(`${other}: not measured, it could not be installed`);
					continue;
				}
				const packed = Math.round((await packedBytes(folder, other)) / 1_000);
				print(`${other}: ${packed} kB packed, all nodes: ${spread(await load(name), 1)}`);
			}
			return {
				loadActionMs: Number(median(action).toFixed(1)),
				loadMs: Number(median(times).toFixed(1)),
				packedKB,
			};
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	},
};

async function install(folder: string, what: string): Promise<void> {
	const flags = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--no-save'];
	await run('npm', ['install', ...flags, what], { cwd: folder });
}

async function packedBytes(folder: string, what: string): Promise<number> {
	const { stdout } = await run('npm', ['pack', '--json', '--dry-run', what], { cwd: folder });
	return (JSON.parse(stdout) as Array<{ size: number }>)[0].size;
}

/** Requires the first of a package's nodes in a fresh process that has n8n's own libraries already. */
const PROGRAM = `
const path = require('node:path');
const [, folder, modules, count] = process.argv;
require(path.join(modules, 'n8n-workflow'));
const { n8n } = require(path.join(folder, 'package.json'));
const before = performance.now();
for (const file of n8n.nodes.slice(0, Number(count))) require(path.join(folder, file));
console.log(performance.now() - before);
`;

async function loadTimes(
	nodePath: string,
	modules: string,
	folder: string,
	name: string,
	nodes = Infinity,
): Promise<number[]> {
	const target = path.join(folder, 'node_modules', name);
	const times: number[] = [];
	for (let turn = 0; turn <= RUNS; turn++) {
		const { stdout } = await run(nodePath, ['-e', PROGRAM, target, modules, String(nodes)], {
			env: { ...process.env, NODE_PATH: modules },
		});
		times.push(Number(stdout));
	}
	// The first one fills the disk cache.
	return times.slice(1);
}
