import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode, INodeTypeDescription } from 'n8n-workflow';

/** The examples of a package, and what is particular to them. */
interface Examples {
	/** Folder of the package. */
	folder: string;
	/** Descriptions of its nodes, by type. */
	descriptions: Readonly<Record<string, INodeTypeDescription>>;
	/** What notes print in bold besides the names of nodes. */
	wordsInBold: readonly RegExp[];
	/** What looks like a phone number, and which of these nobody has. */
	numbers: { any: RegExp; ofNobody: RegExp };
}

/** Tests of the example workflows that a package ships, without running them. */
export function describeExamples({ folder, descriptions, wordsInBold, numbers }: Examples): void {
	const examples = join(folder, 'examples');
	const page = readFileSync(join(folder, 'docs', 'examples.md'), 'utf8');
	const files = readdirSync(examples).map((file) => {
		const text = readFileSync(join(examples, file), 'utf8');
		return { file, text, nodes: (JSON.parse(text) as { nodes: INode[] }).nodes };
	});

	describe.each(files)('the example $file', ({ file, text, nodes }) => {
		it('begins with a note that says how to set it up, and names nodes that are there', () => {
			const [{ type, parameters }, ...others] = nodes;
			expect(type).toBe('n8n-nodes-base.stickyNote');
			const content = String(parameters.content);
			expect(content).toContain('**Set up:**');
			const bold = [...content.matchAll(/\*\*(.+?)\*\*/g)].map(([, words]) => words);
			const named = bold.filter((words) => !wordsInBold.some((known) => known.test(words)));
			expect(others.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
		});

		it('sets only parameters that its nodes have, with a resource and an operation that are there', () => {
			for (const { type, parameters } of nodes.filter(({ type }) => type in descriptions)) {
				const { properties, polling } = descriptions[type];
				const known = properties.map(({ name }) => name);
				// n8n's own, of every trigger that polls.
				if (polling === true) known.push('pollTimes');
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

		it('has no credential set', () => {
			const ids = nodes.flatMap(({ credentials = {} }) =>
				Object.values(credentials).map(({ id }) => id),
			);
			expect(ids.filter((id) => id !== '')).toEqual([]);
		});

		it('texts nobody: every number in it is reserved for fiction', () => {
			for (const [number] of text.matchAll(numbers.any)) expect(number).toMatch(numbers.ofNobody);
		});

		it('is on the page of the examples', () => {
			expect(page).toContain(`(../examples/${file})`);
		});
	});
}
