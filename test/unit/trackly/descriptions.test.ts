import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { resources } from '../../../nodes/Trackly/operations';
import { Trackly } from '../../../nodes/Trackly/Trackly.node';
import { TracklyTrigger } from '../../../nodes/Trackly/TracklyTrigger.node';

/** Saved workflows hold these values: they may grow, and never change. */
const VOCABULARY = {
	message: ['send', 'sendMany', 'sendRaw', 'sendRawMany', 'sendAndWait', 'preview'],
	contact: ['upsert', 'upsertMany', 'get', 'getAll', 'update', 'unsubscribe'],
	audience: ['create', 'get', 'getAll', 'update', 'archive', 'getSize'],
	api: ['request'],
	dataImport: ['sends', 'clicks', 'revenue', 'clear'],
	list: ['get', 'getAll'],
	link: ['create', 'shorten'],
	creative: ['create', 'get', 'getAll', 'update', 'archive', 'estimate'],
	offer: ['create', 'get', 'getAll', 'update', 'archive'],
	phone: ['validate', 'validateMany'],
	revenue: ['record', 'recordMany'],
	schedule: ['create', 'get', 'getAll', 'update', 'archive', 'setStatus'],
};

/** What is picked at first under each resource. */
const DEFAULTS = {
	api: 'request',
	audience: 'getAll',
	dataImport: 'sends',
	contact: 'upsert',
	creative: 'getAll',
	link: 'shorten',
	list: 'getAll',
	message: 'send',
	offer: 'getAll',
	phone: 'validate',
	revenue: 'record',
	schedule: 'getAll',
};

const operations = resources.flatMap((resource) => resource.operations);
const named = operations.map((each) => [`${each.resource}: ${each.operation}`, each] as const);

/** The parameters behind an "Add" button, or in its rows. */
function insideOf({ type, options = [] }: INodeProperties): INodeProperties[] {
	if (type === 'collection') return options as INodeProperties[];
	return type === 'fixedCollection'
		? (options as INodePropertyCollection[]).flatMap(({ values }) => values)
		: [];
}

const HAS_BUTTON = ['collection', 'fixedCollection'];

/** A parameter with those inside it, each with its place in words. */
function unfold(
	property: INodeProperties,
	place: string,
): Array<readonly [string, INodeProperties]> {
	const here = `${place} > ${property.name}`;
	const inside = insideOf(property);
	return [[here, property], ...inside.flatMap((option) => unfold(option, here))];
}

/** All but notices, whose label is a sentence. */
const parameters = operations.flatMap((each) =>
	each.properties
		.flatMap((property) => unfold(property, `${each.resource}: ${each.operation}`))
		.filter(([, { type }]) => type !== 'notice'),
);

/** `…` stands for the value of the next field: "More Than … Ago". */
const SMALL_WORDS = /^(a|an|and|as|at|by|for|from|if|in|of|on|or|per|the|to|with|…)$/;

/** The words of a label that Title Case would write otherwise. */
function wrongWords(label: string): string[] {
	return label
		.replace(/[()]/g, '')
		.split(' ')
		.filter((word, index) => !/^[A-Z0-9]/.test(word) && (index === 0 || !SMALL_WORDS.test(word)));
}

/** n8n's rule: one sentence stands without a full stop, several end with one. */
function endedProperly(description: string): string {
	const bare = description.replace(/[.,;:\s]+$/, '');
	return /[.!?] [A-Z{]/.test(bare) ? `${bare}.` : bare;
}

describe('the vocabulary', () => {
	it.each(Object.entries(VOCABULARY))('%s has the operations %j', (resource, expected) => {
		const values = operations.filter((each) => each.resource === resource);
		expect(values.map(({ operation }) => operation)).toEqual(expect.arrayContaining(expected));
	});

	it('has no pair of resource and operation twice', () => {
		const pairs = named.map(([pair]) => pair);
		expect(pairs).toEqual([...new Set(pairs)]);
	});

	it('keeps operations under their own resource, with a default among them', () => {
		for (const { value, operations: own, defaultOperation } of resources) {
			expect(own.map(({ resource }) => resource)).toEqual(own.map(() => value));
			expect(own).toContain(defaultOperation);
		}
	});

	it('begins with sending a text, whatever resources there are: n8n does not save defaults', () => {
		const [first, ...others] = new Trackly().description.properties;
		expect([first.name, first.default]).toEqual(['resource', 'message']);
		const defaults = others
			.filter(({ name }) => name === 'operation')
			.map((picker) => [picker.displayOptions?.show?.resource?.[0], picker.default]);
		expect(Object.fromEntries(defaults)).toMatchObject(DEFAULTS);
	});

	it('is all that the pickers of the node offer', () => {
		const { properties } = new Trackly().description;
		const offered = properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ displayOptions, options }) =>
				(options ?? []).map(
					(option) => `${displayOptions?.show?.resource}: ${'value' in option && option.value}`,
				),
			);
		expect(offered.sort()).toEqual(named.map(([pair]) => pair).sort());
	});
});

describe.each(named)('%s', (_, operation) => {
	it('has a label in Title Case', () => {
		expect(wrongWords(operation.name)).toEqual([]);
	});

	it('has an action in the words of a sentence, unlike any other', () => {
		expect(operation.action).toMatch(/^[A-Z][a-z]+( ([a-z]+|API|SMS))+$/);
		expect(operations.filter(({ action }) => action === operation.action)).toHaveLength(1);
	});

	it('has a description that says more than its label', () => {
		expect(operation.description.length).toBeGreaterThan(operation.name.length + 10);
		expect(operation.description).toMatch(/^[A-Z]/);
		expect(operation.description).toBe(endedProperly(operation.description));
	});

	it('names no parameter twice', () => {
		const names = operation.properties.map(({ name }) => name);
		expect(names).toEqual([...new Set(names)]);
	});
});

describe.each(parameters)('%s', (_, property) => {
	it('has a label in Title Case', () => {
		expect(wrongWords(property.displayName)).toEqual([]);
	});

	it('has a description that ends properly, unless its label says it all', () => {
		const { description, type } = property;
		if (description === undefined) expect(['collection', 'resourceMapper']).toContain(type);
		else expect(description).toBe(endedProperly(description));
	});

	it('describes a boolean by "Whether"', () => {
		if (property.type === 'boolean') expect(property.description).toMatch(/^Whether /);
		else expect(property.description ?? '').not.toMatch(/^Whether /);
	});

	it('shows an example in its placeholder, or what its button does', () => {
		const placeholders = [
			HAS_BUTTON.includes(property.type) ? undefined : property.placeholder,
			...(property.modes ?? []).filter(({ type }) => type === 'string').map((m) => m.placeholder),
		].filter((placeholder) => placeholder !== undefined);
		for (const placeholder of placeholders) expect(placeholder).toMatch(/^e\.g\. \S/);
		if (HAS_BUTTON.includes(property.type)) expect(property.placeholder).toMatch(/^Add [a-z]+$/);
	});

	it('lists its options by name in order, from five on', () => {
		const options = property.type === 'options' ? (property.options ?? []) : [];
		if (options.length < 5) return;
		const names = options.map(({ name }) => name);
		expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'en')));
	});
});

describe('what a parameter is shown for', () => {
	/** All lists of parameters: that of the node, and those behind each "Add" button. */
	function levels(properties: INodeProperties[]): INodeProperties[][] {
		const inside = properties.flatMap((property) => {
			if (property.type === 'collection') return [property.options as INodeProperties[]];
			return property.type === 'fixedCollection'
				? (property.options as INodePropertyCollection[]).map(({ values }) => values)
				: [];
		});
		return [properties, ...inside.flatMap(levels)];
	}

	it.each([
		['Trackly', new Trackly()],
		['Trackly Trigger', new TracklyTrigger()],
	])('is a parameter of the same level, or from the root: n8n 1 runs no other %s', (_, node) => {
		const strange = levels(node.description.properties).flatMap((level) => {
			const names = new Set(level.map(({ name }) => name));
			return level.flatMap(({ name, displayOptions = {} }) =>
				Object.values(displayOptions)
					.flatMap((rule: object) => Object.keys(rule))
					.filter((other) => !names.has(other) && !/^[/@]/.test(other))
					.map((other) => `${name}: ${other}`),
			);
		});
		expect(strange).toEqual([]);
	});
});
