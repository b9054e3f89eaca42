import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { catalogue, operationIdsIn } from '../../../scripts/catalogue';
import { nodeOf } from '../../../scripts/nodeOf';
import { packagesOf, type Package } from '../../../scripts/packages';

/** Calls that nothing needs, by package. */
const NOT_NEEDED: Record<string, string[]> = {
	// The list of webhook endpoints holds all that reading one returns.
	'n8n-nodes-trackly': ['getWebhookEndpoint'],
};

const KINDS = [
	'asFile',
	'andThen',
	'perItem',
	'bulk',
	'fromFile',
	'gather',
	'getMany',
	'job',
	'local',
	'sendAndWait',
	'variants',
];

const nodes = packagesOf().map((each) => ({ each, node: nodeOf(each) }));

/** The operationIds of a package's contract. */
function operationIdsOf({ folder }: Package): string[] {
	const contracts = join(folder, 'contract');
	const [file] = readdirSync(contracts).filter((name) => name.endsWith('.openapi.yaml'));
	const { paths } = parse(readFileSync(join(contracts, file), 'utf8')) as {
		paths: Record<string, Record<string, { operationId?: string }>>;
	};
	return Object.values(paths)
		.flatMap((path) => Object.values(path))
		.flatMap(({ operationId }) => operationId ?? []);
}

/** What a node's trigger calls. */
function calledBeside(folder: string): string[] {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return files
		.filter((file) => file.endsWith('.ts') && file.startsWith('trigger'))
		.flatMap((file) => operationIdsIn(readFileSync(join(folder, file), 'utf8')));
}

describe.each(nodes.map(({ each, node }) => [each.manifest.name, each, node] as const))(
	'the contract of %s is covered',
	(name, each, node) => {
		const operationIds = operationIdsOf(each);
		const reached = new Set([
			...catalogue(node).flatMap(({ endpoints }) => endpoints.map((call) => call.operationId)),
			...calledBeside(node.folder),
		]);

		it('every call is made by some operation, webhook calls by the trigger', () => {
			const unreached = operationIds.filter((id) => !reached.has(id));
			expect(unreached).toEqual(NOT_NEEDED[name] ?? []);
		});

		it('nothing is called that the contract does not have', () => {
			expect([...reached].filter((id) => !operationIds.includes(id))).toEqual([]);
		});
	},
);

const operations = nodes.flatMap(({ node }) => catalogue(node));

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
		if (opening && !/= (perItem|bulk|fromFile|gather|getMany|job|local|sendAndWait)\(/.test(line))
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
			expect(KINDS).toContain(kind);
			expect(source.match(/^\t+operation: '/gm)).toHaveLength(1);
		});

		it('has no loop and no try: those are written once, in the kernel', () => {
			expect(source).not.toMatch(/\b(for|while|try|catch)\b\s*[({]|\bdo \{|\.forEach\(/);
		});

		it('is short, its fields and columns aside', () => {
			expect(withoutLists(source).split('\n').length).toBeLessThanOrEqual(50);
		});
	},
);
