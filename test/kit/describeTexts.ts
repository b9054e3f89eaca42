import type { INodeProperties, INodePropertyCollection, INodeType } from 'n8n-workflow';

import type { Resource } from '../../kernel';

/** A node, and what is particular to its texts. */
interface Described {
	node: INodeType;
	resources: readonly Resource[];
	/** Operations that cost money or reach people, e.g. `project: schedule`. Their descriptions say so first. */
	costs: readonly string[];
	/** Values of operations that may be picked at first. */
	first: readonly string[];
}

/** A name in Title Case, e.g. `Send to Numbers in a File`. */
const TITLE = /^([A-Z]\w*)( ([A-Z]\w*|a|by|for|from|in|of|or|to))*$/;

const SMALL_WORDS = /^(a|an|and|as|at|by|for|from|if|in|of|on|or|per|the|to|with)$/;

/** Tests of what a node's users read of its operations and parameters. */
export function describeTexts({ node, resources, costs, first }: Described): void {
	const operations = resources.flatMap((resource) => resource.operations);
	const named = operations.map((each) => [`${each.resource}: ${each.operation}`, each] as const);
	const parameters = operations.flatMap(({ resource, operation, properties }) =>
		properties
			.flatMap(unfold)
			.filter(({ type }) => type !== 'notice')
			.map((property) => [`${resource}: ${operation} > ${property.name}`, property] as const),
	);

	describe('each operation', () => {
		it.each(named)('%s has texts that the node panel shows in whole', (_, operation) => {
			const { name, action, description } = operation;
			expect(name).toMatch(TITLE);
			expect(action).toMatch(/^[A-Z][a-z]+ /);
			expect(action.length).toBeLessThanOrEqual(60);
			expect(description.length).toBeLessThanOrEqual(100);
			// n8n's rule: one sentence stands without a full stop, several end with one.
			const isSeveral = /[.!?] [A-Z]/.test(description);
			expect(description.endsWith('.')).toBe(isSeveral);
		});

		it.each(named)('%s asks for what it needs before how many to return', (_, { properties }) => {
			const last = properties.map(({ required }) => required === true).lastIndexOf(true);
			const paging = properties.findIndex(({ name }) => name === 'returnAll');
			expect(paging === -1 || paging > last).toBe(true);
		});

		it('has an action of its own', () => {
			const actions = operations.map(({ action }) => action);
			expect(actions).toEqual([...new Set(actions)]);
		});

		it('says first what it costs or whom it reaches', () => {
			const costly = named.filter(([name]) => costs.includes(name));
			expect(costly.map(([name]) => name).sort()).toEqual([...costs].sort());
			for (const [, { description }] of costly) {
				expect(description).toMatch(/^(Sends|Texts|Costs)\b.*\b(money|costs)\b/i);
			}
		});

		it('a resource begins with an operation that does no harm', () => {
			for (const { defaultOperation } of resources) {
				expect(first).toContain(defaultOperation.operation);
			}
		});
	});

	describe('each parameter', () => {
		it.each(parameters)('%s has a label in Title Case and a description', (_, property) => {
			const wrong = property.displayName
				.replace(/[()]/g, '')
				.split(' ')
				.filter(
					(word, index) => !/^[A-Z0-9]/.test(word) && (index === 0 || !SMALL_WORDS.test(word)),
				);
			expect(wrong).toEqual([]);
			if (property.type === 'collection') expect(property.placeholder).toMatch(/^Add /);
			// What a mapper's columns are, they say themselves.
			else if (property.type !== 'resourceMapper')
				expect(property.description).toMatch(/^\S[^]+\S$/);
			expect(property.description ?? '').not.toMatch(/\.\. /);
		});

		it.each(parameters.filter(([, { type }]) => type === 'boolean'))(
			'%s, a switch, says what it decides',
			(_, { description }) => {
				expect(description).toMatch(/^Whether /);
			},
		);

		it.each(parameters.filter(([, { placeholder, type }]) => placeholder && type === 'string'))(
			'%s shows an example',
			(_, { placeholder }) => {
				expect(placeholder).toMatch(/^e\.g\. /);
			},
		);
	});

	describe('the node', () => {
		const { description, methods } = node;

		it('can be used as a tool', () => {
			expect(description.usableAsTool).toBe(true);
		});

		it('lists resources in order', () => {
			const names = resources.map(({ name }) => name);
			expect(names).toEqual([...names].sort());
		});

		it('has every method that its fields name', () => {
			const { listSearch = {}, loadOptions = {} } = methods ?? {};
			const known = [...Object.keys(listSearch), ...Object.keys(loadOptions)];
			const used = description.properties
				.flatMap(unfold)
				.flatMap(({ modes = [], typeOptions }) => [
					...modes.flatMap((mode) => mode.typeOptions?.searchListMethod ?? []),
					...[typeOptions?.loadOptionsMethod ?? []].flat(),
				]);
			expect([...new Set(used)].filter((name) => !known.includes(name))).toEqual([]);
		});
	});
}

/** The parameters behind an "Add" button, or in its rows. */
function insideOf({ type, options = [] }: INodeProperties): INodeProperties[] {
	if (type === 'collection') return options as INodeProperties[];
	return type === 'fixedCollection'
		? (options as INodePropertyCollection[]).flatMap(({ values }) => values)
		: [];
}

function unfold(property: INodeProperties): INodeProperties[] {
	return [property, ...insideOf(property).flatMap(unfold)];
}
