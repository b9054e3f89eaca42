import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { resources } from '../../../nodes/Trackly/operations';
import { Trackly } from '../../../nodes/Trackly/Trackly.node';
import { TracklyTrigger } from '../../../nodes/Trackly/TracklyTrigger.node';
import { editorProperties } from './editorTexts';

const FOLDER = resolve(__dirname, '../../../nodes/Trackly');

/** Characters of an operation's description that n8n's list of operations shows in two lines. */
const TWO_LINES = 100;

/** Characters of a label inside of a collection, where the editor cuts longer ones. */
const NESTED_LABEL = 28;

/** Characters of a picker's mode, whose select is narrow. */
const MODE_LABEL = 9;

const operations = resources.flatMap(({ operations: own }) => own);

function aliasesOf(file: string): string[] {
	const { alias } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { alias: string[] };
	return alias.map((each) => each.toLowerCase());
}

describe('the list of operations', () => {
	it.each(operations.map(({ action, description }) => [action, description]))(
		'shows the whole description of "%s"',
		(_, description) => {
			expect(description.length).toBeLessThanOrEqual(TWO_LINES);
		},
	);

	it.each([
		['dataImport', 'clear', /^Permanently delete/],
		['dataImport', 'revenue', /^Importing a record twice counts it twice/],
		['revenue', 'record', /^Cannot be undone/],
		['revenue', 'recordMany', /^Cannot be undone/],
		['phone', 'validate', /^Costs /],
		['phone', 'validateMany', /^Costs /],
		['schedule', 'setStatus', /^Switching it on texts/],
	])('warns first: %s %s', (resource, operation, warning) => {
		const found = operations.find((o) => o.resource === resource && o.operation === operation);
		expect(found?.description).toMatch(warning);
	});
});

describe('labels', () => {
	const nested = editorProperties.filter(
		({ depth, property }) => depth > 0 && property.type !== 'notice',
	);
	it.each([...new Set(nested.map(({ property }) => property.displayName))])(
		'"%s" is short enough not to be cut',
		(label) => {
			expect(label.length).toBeLessThanOrEqual(NESTED_LABEL);
		},
	);

	const modes = editorProperties.flatMap(({ property }) => property.modes ?? []);
	it.each([...new Set(modes.map(({ displayName }) => displayName))])(
		'the mode "%s" is short enough not to be cut',
		(label) => {
			expect(label.length).toBeLessThanOrEqual(MODE_LABEL);
		},
	);

	it('every picker says what to do while its list is slow', () => {
		const lists = modes.filter(({ type }) => type === 'list');
		expect(lists.length).toBeGreaterThan(20);
		for (const { typeOptions } of lists) {
			expect(typeOptions?.slowLoadNotice?.message).toMatch(/switch to "(By ID|Number)"/);
		}
	});

	it('no two parameters of one level have the same label under the same conditions', () => {
		for (const { properties } of operations) {
			const shown = properties.map(({ displayName, displayOptions }) =>
				JSON.stringify([displayName, displayOptions]),
			);
			expect(shown).toEqual([...new Set(shown)]);
		}
	});
});

describe('the search of the node creator', () => {
	const action = new Trackly().description;
	const trigger = new TracklyTrigger().description;

	it('finds both nodes by the name of the service', () => {
		expect([action.displayName, trigger.displayName]).toEqual([
			'Trackly SMS',
			'Trackly SMS Trigger',
		]);
	});

	it.each(['sms', 'send sms', 'texting', 'text message', 'bulk sms'])(
		'finds the action node by "%s"',
		(wanted) => {
			expect(aliasesOf('Trackly.node.json')).toContain(wanted);
		},
	);

	it.each(['sms', 'receive sms', 'texting', 'reply'])('finds the trigger by "%s"', (wanted) => {
		expect(aliasesOf('TracklyTrigger.node.json')).toContain(wanted);
	});

	it('does not promise MMS, which Send cannot send', () => {
		expect(aliasesOf('Trackly.node.json')).not.toContain('mms');
	});

	it('shows "SMS" in what each send does', () => {
		const sends = operations.filter(({ resource }) => resource === 'message');
		expect(sends.filter(({ action: words }) => !words.includes('SMS'))).toEqual([]);
	});

	it.each([action, trigger])('tells an assistant what $displayName is for', ({ builderHint }) => {
		expect(builderHint?.searchHint).toMatch(/SMS/);
		for (const { nodeType, relationHint } of builderHint?.relatedNodes ?? []) {
			expect(nodeType).toMatch(/^n8n-nodes-(trackly|base)\.\w+$/);
			expect(relationHint).toMatch(/^[A-Z]/);
		}
	});
});
