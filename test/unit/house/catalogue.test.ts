import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

import { catalogue } from '../../../scripts/catalogue';

const ROOT = resolve(__dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Calls that nothing needs: the list of webhook endpoints holds all that reading one gives. */
const NOT_NEEDED = ['getWebhookEndpoint'];

const contract = parse(read('contract/trackly-v2.openapi.yaml')) as {
	paths: Record<string, Record<string, { operationId?: string }>>;
};
const operationIds = Object.values(contract.paths)
	.flatMap((path) => Object.values(path))
	.flatMap(({ operationId }) => operationId ?? []);

const triggerSources = readdirSync(join(ROOT, 'nodes/Trackly/trigger'))
	.map((name) => read(`nodes/Trackly/trigger/${name}`))
	.join('\n');

const operations = catalogue();

describe('the contract is covered', () => {
	const reached = new Set([
		...operations.flatMap(({ endpoints }) => endpoints.map(({ operationId }) => operationId)),
		...[...triggerSources.matchAll(/\bendpoints\.(\w+)/g)].map(([, name]) => name),
	]);

	it('every call is made by some operation, webhook calls by the trigger', () => {
		const unreached = operationIds.filter((id) => !reached.has(id));
		expect(unreached).toEqual(NOT_NEEDED);
	});

	it('nothing is called that the contract does not have', () => {
		expect([...reached].filter((id) => !operationIds.includes(id))).toEqual([]);
	});
});

/** The source without its lists of fields, columns and options, which may be as long as they are. */
function withoutLists(source: string): string {
	const lines: string[] = [];
	let end: string | undefined;
	for (const line of source.replace(/^import [^;]*;$/gm, '').split('\n')) {
		if (end !== undefined) {
			if (line.startsWith(end)) end = undefined;
			continue;
		}
		const opening = /^(\t*)(?:fields: \[|options: \[|(?:export )?const \w+ = .*[[({])$/.exec(line);
		if (opening && !/= (perItem|bulk|getMany|local|sendAndWait)\(/.test(line))
			end = opening[1] + closerOf(line);
		else if (line.trim() !== '') lines.push(line);
	}
	return lines.join('\n');
}

function closerOf(line: string): string {
	return { '[': ']', '(': ')', '{': '}' }[line.slice(-1)]!;
}

describe.each(operations.map((each) => [`${each.resource}: ${each.operation}`, each] as const))(
	'the file of %s',
	(_, { file, kind }) => {
		const source = readFileSync(file, 'utf8');

		it('describes one operation, of a kind of the kernel', () => {
			expect(['perItem', 'bulk', 'getMany', 'local', 'sendAndWait', 'variants']).toContain(kind);
			expect(source.match(/^\toperation: '/gm)).toHaveLength(1);
		});

		it('has no loop and no try: those are written once, in the kernel', () => {
			expect(source).not.toMatch(/\b(for|while|try|catch)\b\s*[({]|\bdo \{|\.forEach\(/);
		});

		it('is short, its fields and columns aside', () => {
			expect(withoutLists(source).split('\n').length).toBeLessThanOrEqual(50);
		});
	},
);
