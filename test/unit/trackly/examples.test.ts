import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { INode, ResourceMapperField } from 'n8n-workflow';

import { Trackly } from '../../../nodes/Trackly/Trackly.node';
import { TracklyTrigger } from '../../../nodes/Trackly/TracklyTrigger.node';
import { messageColumns } from '../../../nodes/Trackly/operations/message/sendMany.operation';

const FOLDER = resolve(__dirname, '../../../examples');

/** What notes print in bold besides the names of nodes. */
const WORDS_IN_BOLD = [
	/^(Set up|Try it|Try it now|Try it in the demo|Before you use a real account):$/,
	/^(Press )?Execute workflow$/,
	/^(Publish|Execute Sub-workflow|Ask by Text|Pass Replies On)$/,
];

const examples = readdirSync(FOLDER).map((file) => {
	const text = readFileSync(join(FOLDER, file), 'utf8');
	return { file, text, nodes: (JSON.parse(text) as { nodes: INode[] }).nodes };
});

const descriptions = {
	'n8n-nodes-trackly.trackly': new Trackly().description,
	'n8n-nodes-trackly.tracklyTrigger': new TracklyTrigger().description,
};

describe.each(examples)('the example $file', ({ text, nodes }) => {
	it('begins with a note that says how to set it up and try it, and names nodes that are there', () => {
		const [{ type, parameters }, ...others] = nodes;
		expect(type).toBe('n8n-nodes-base.stickyNote');
		const content = String(parameters.content);
		expect(content).toContain('**Set up:**');
		expect(content).toMatch(/\*\*Try it( now| in the demo)?:\*\*|\*\*Press Execute workflow\*\*/);
		const bold = [...content.matchAll(/\*\*(.+?)\*\*/g)].map(([, words]) => words);
		const named = bold.filter((words) => !WORDS_IN_BOLD.some((known) => known.test(words)));
		expect(others.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
	});

	it('sets only parameters that its nodes have', () => {
		for (const { type, parameters } of nodes.filter(({ type }) => type in descriptions)) {
			const { properties } = descriptions[type as keyof typeof descriptions];
			const known = properties.map(({ name }) => name);
			expect(known).toEqual(expect.arrayContaining(Object.keys(parameters)));
		}
	});

	it('maps the columns that the node offers today', () => {
		for (const { parameters } of nodes.filter((node) => node.parameters.operation === 'sendMany')) {
			const { schema } = parameters.columns as unknown as { schema: ResourceMapperField[] };
			expect(schema).toEqual(messageColumns.map(({ mapper }) => mapper));
		}
	});

	it('texts nobody: every number in it is reserved for fiction or free of charge', () => {
		for (const [number] of text.matchAll(/\+1\d{10}/g)) {
			expect(number).toMatch(/^\+1(\d{3}55501\d{2}|8005550\d{3})$/);
		}
	});
});
