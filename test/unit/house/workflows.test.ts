import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

import { packagesOf, tagOf } from '../../../scripts/packages';

const ROOT = path.resolve(__dirname, '../../..');
const FOLDER = path.join(ROOT, '.github/workflows');

interface Step {
	uses?: string;
	run?: string;
	'working-directory'?: string;
}
interface Job {
	uses?: string;
	needs?: string;
	permissions?: Record<string, string>;
	strategy?: { matrix: { node: number[] } };
	steps?: Step[];
}
interface Workflow {
	on: Record<string, { tags?: string[] } | null>;
	permissions: Record<string, string>;
	jobs: Record<string, Job>;
}

function placeOfTag(tag: string) {
	const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');
	const { status, stdout } = spawnSync(process.execPath, [tsx, 'scripts/placeOfTag.ts', tag], {
		cwd: ROOT,
		encoding: 'utf8',
	});
	return { status, stdout };
}

const names = readdirSync(FOLDER);
const workflow = (name: string) => parse(readFileSync(path.join(FOLDER, name), 'utf8')) as Workflow;
const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

describe.each(names)('%s', (name) => {
	const { permissions, jobs } = workflow(name);
	const all = Object.values(jobs);

	it('may read and no more, unless a job says otherwise', () => {
		expect(permissions).toEqual({ contents: 'read' });
		const wider = all.flatMap((job) => (job.permissions ? [job.permissions] : []));
		const publishes = name === 'publish.yml';
		expect(wider).toEqual(publishes ? [{ contents: 'read', 'id-token': 'write' }] : []);
	});

	it("names the exact version of others' actions", () => {
		const used = all.flatMap(({ steps = [] }) => steps.flatMap(({ uses }) => uses ?? []));
		expect(used.length).toBeGreaterThan(0);
		for (const action of used) expect(action).toMatch(/^actions\/[\w-]+@v\d+\.\d+\.\d+$/);
	});
});

describe('CI', () => {
	it('runs the whole test on every supported Node', () => {
		const { test } = workflow('ci.yml').jobs;
		expect(test.strategy?.matrix.node).toEqual([20, 22, 24]);
		expect(test.steps?.at(-1)?.run).toBe('.ci/run');
	});
});

describe('publishing', () => {
	const { on, jobs } = workflow('publish.yml');
	const commands = jobs.publish.steps?.flatMap(({ run }) => run ?? []) ?? [];

	it('starts at a tag, after the whole test', () => {
		expect(on).toEqual({ push: { tags: ['v*', 'n8n-nodes-*@*'] } });
		expect(jobs.test.uses).toBe('./.github/workflows/ci.yml');
		expect(jobs.publish.needs).toBe('test');
	});

	it('checks the tag before it publishes, with provenance', () => {
		expect(commands.at(-2)).toContain('npx tsx scripts/placeOfTag.ts "$GITHUB_REF_NAME"');
		expect(jobs.publish.steps?.at(-1)?.['working-directory']).toBe(
			'${{ steps.tagged.outputs.place }}',
		);
		expect(commands.at(-1)).toBe('npm publish --provenance --access public --ignore-scripts=false');
	});

	it.each(packagesOf().map((each) => [tagOf(each), each.place] as const))(
		'the tag %s leads to the folder %s',
		(tag, place) => expect(placeOfTag(tag)).toEqual({ status: 0, stdout: `${place}\n` }),
	);

	it.each(['v99.0.0', 'n8n-nodes-nothing@0.1.0', ''])('the tag "%s" leads nowhere', (tag) => {
		expect(placeOfTag(tag)).toEqual({ status: 1, stdout: '' });
	});

	it('publishes what was built and scanned just before, and only with provenance', () => {
		expect(manifest.scripts.prepublishOnly).toBe('npm run build && npm run scan');
		expect(manifest.publishConfig).toEqual({ access: 'public', provenance: true });
	});
});
