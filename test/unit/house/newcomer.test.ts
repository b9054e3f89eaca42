import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { additions, commands, type Addition } from './newcomer';

const ROOT = path.resolve(__dirname, '../../..');

/** What is made, and what is not the tree's own. */
const LEFT_OUT = new Set(['.git', 'coverage', 'dist', 'node_modules', '.stryker-tmp']);

/** The tests that tell whether anything was forgotten. */
const TESTS = [
	...['catalogue', 'docs', 'errorCodes', 'floors', 'methods'].map(
		(name) => `test/unit/house/${name}.test`,
	),
	'test/unit/sandbox/whole-contract.test',
];

const section = /^## Add an endpoint$([\s\S]*?)^## /m.exec(
	readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8'),
)![1];

describe('adding an endpoint, as CONTRIBUTING says', () => {
	let tree: string;

	beforeAll(() => {
		tree = mkdtempSync(path.join(tmpdir(), 'newcomer-'));
		cpSync(ROOT, tree, {
			recursive: true,
			filter: (source) => !LEFT_OUT.has(path.basename(source)),
		});
		symlinkSync(path.join(ROOT, 'node_modules'), path.join(tree, 'node_modules'));
	});
	afterAll(() => rmSync(tree, { recursive: true }));

	it.each([...new Set(additions.map(({ calledThere }) => calledThere)), ...commands])(
		'names %s',
		(place) => expect(section).toContain(`\`${place}\``),
	);

	it('is all that it takes', async () => {
		for (const addition of additions) apply(tree, addition);
		await run(tree, 'contract');
		const results = await Promise.allSettled([
			// Previews come of the sample's run in the engine, which is checked against the contract.
			run(tree, 'schemas'),
			check(tree),
			run(tree, 'docs').then(async () => {
				const tests = TESTS.map((test) => path.join(tree, test));
				await execute(tree, 'jest/bin/jest.js', '--selectProjects', 'unit', '--', ...tests);
			}),
		]);
		for (const result of results) if (result.status === 'rejected') throw result.reason;
		const preview = 'nodes/Trackly/__schema__/v1.0.0/list/createTag.json';
		expect(JSON.parse(readFileSync(path.join(tree, preview), 'utf8'))).toMatchObject({
			properties: { id: { type: 'string' }, name: { type: 'string' } },
		});
		expect(readFileSync(path.join(tree, 'docs/operations.md'), 'utf8')).toContain(
			'POST /lists/{list_id}/tags',
		);
	}, 180_000);
});

function apply(tree: string, { file, before, text }: Addition): void {
	const place = path.join(tree, file);
	if (before === undefined) return writeFileSync(place, text);
	const source = readFileSync(place, 'utf8');
	if (!source.includes(before)) throw new Error(`${file} does not have ${before}`);
	writeFileSync(
		place,
		source.replace(before, () => text + before),
	);
}

/** Runs a script of package.json as npm would. */
async function run(tree: string, script: 'contract' | 'schemas' | 'docs'): Promise<void> {
	const [program, file] = scripts[script].split(' ');
	await execute(tree, program === 'tsx' ? 'tsx/dist/cli.mjs' : undefined, file);
}

const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
	scripts: Record<string, string>;
};

/** What is published, the sandbox and the samples, by the compiler's strict rules. */
async function check(tree: string): Promise<void> {
	const include = ['kernel', 'nodes', 'sandbox', 'test/samples'];
	writeFileSync(
		path.join(tree, 'tsconfig.newcomer.json'),
		JSON.stringify({ extends: './tsconfig.json', include }),
	);
	await execute(tree, 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.newcomer.json');
}

/** @param program below node_modules, if it is there. @throws Error with what a failed program said */
async function execute(tree: string, program: string | undefined, ...rest: string[]) {
	const file = program === undefined ? [] : [path.join('node_modules', program)];
	const child = spawn(process.execPath, [...file, ...rest], {
		cwd: tree,
		// Jest tells its workers apart by it.
		env: { ...process.env, JEST_WORKER_ID: undefined },
	});
	let said = '';
	child.stdout.on('data', (part) => (said += part));
	child.stderr.on('data', (part) => (said += part));
	const code = await new Promise((resolve) => child.on('close', resolve));
	if (code !== 0) throw new Error(`${[...file, ...rest].join(' ')} failed:\n${said}`);
}
