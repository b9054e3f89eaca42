import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { INode } from 'n8n-workflow';

import { PoliticalComms } from '../../nodes/PoliticalComms/PoliticalComms.node';
import { PoliticalCommsTrigger } from '../../nodes/PoliticalComms/PoliticalCommsTrigger.node';

const PACKAGE = resolve(__dirname, '../..');
const FOLDER = join(PACKAGE, 'examples');
const PAGE = readFileSync(join(PACKAGE, 'docs', 'examples.md'), 'utf8');

/** What notes print in bold besides the names of nodes. */
const WORDS_IN_BOLD = [
	/^(Set up|Try it):$/,
	/^(Execute workflow|Publish|Admin > Webhooks)$/,
	// Sentences that warn.
	/ .*(costs? |real|answers each)/,
];

const examples = readdirSync(FOLDER).map((file) => {
	const text = readFileSync(join(FOLDER, file), 'utf8');
	return { file, text, nodes: (JSON.parse(text) as { nodes: INode[] }).nodes };
});

const action = new PoliticalComms().description;
const descriptions = {
	'n8n-nodes-political-comms.politicalComms': action,
	'n8n-nodes-political-comms.politicalCommsTool': action,
	'n8n-nodes-political-comms.politicalCommsTrigger': new PoliticalCommsTrigger().description,
};

describe.each(examples)('the example $file', ({ file, text, nodes }) => {
	it('begins with a note that says how to set it up, and names nodes that are there', () => {
		const [{ type, parameters }, ...others] = nodes;
		expect(type).toBe('n8n-nodes-base.stickyNote');
		const content = String(parameters.content);
		expect(content).toContain('**Set up:**');
		const bold = [...content.matchAll(/\*\*(.+?)\*\*/g)].map(([, words]) => words);
		const named = bold.filter((words) => !WORDS_IN_BOLD.some((known) => known.test(words)));
		expect(others.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
	});

	it('sets only parameters that its nodes have, with a resource and an operation that are there', () => {
		for (const { type, parameters } of nodes.filter(({ type }) => type in descriptions)) {
			const { properties } = descriptions[type as keyof typeof descriptions];
			const known = properties.map(({ name }) => name);
			expect(known).toEqual(expect.arrayContaining(Object.keys(parameters)));
			if (parameters.resource === undefined) continue;
			const operations = properties
				.filter(
					({ name, displayOptions }) =>
						name === 'operation' &&
						displayOptions?.show?.resource?.includes(parameters.resource as string),
				)
				.flatMap(({ options = [] }) => options.map((each) => 'value' in each && each.value));
			expect(operations).toContain(parameters.operation);
		}
	});

	it('texts nobody: every number in it is reserved for fiction', () => {
		for (const [number] of text.matchAll(/\+1\d{10}/g)) {
			expect(number).toMatch(/^\+1\d{3}55501\d{2}$/);
		}
	});

	it('is on the page of the examples', () => {
		expect(PAGE).toContain(`(../examples/${file})`);
	});
});
