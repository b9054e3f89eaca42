import {
	assignmentsField,
	emptiableAssignmentsField,
} from '../../../../../kernel/n8n/fields/assignments';
import {
	collectionField,
	dayField,
	locatorField,
	textField,
} from '../../../../../kernel/n8n/fields/field';
import { rowsField } from '../../../../../kernel/n8n/fields/rows';
import { readText } from '../../../../../kernel/input/read';

const scope = { timezone: 'UTC' };

describe('rows of name, type and value', () => {
	const { read } = assignmentsField('values', { displayName: 'Values' });
	const of = (...assignments: object[]) => read({ assignments }, 'Values', scope);

	it('read as an object, each value by its type', () => {
		expect(
			of(
				{ name: 'text', type: 'string', value: 7 },
				{ name: 'number', type: 'number', value: '7' },
				{ name: 'boolean', type: 'boolean', value: 'yes' },
				{ name: 'object', type: 'object', value: '{"a":1}' },
				{ name: 'untyped', value: 7 },
				{ name: 'other', type: 'dateTime', value: 7 },
			),
		).toEqual({
			text: '7',
			number: 7,
			boolean: true,
			object: { a: 1 },
			untyped: '7',
			other: '7',
		});
	});

	const mixed = [
		{ name: ' a ', value: 'x' },
		{ name: 'b', value: '' },
		{ name: 'c', value: undefined },
		{ name: 'd', value: null },
		{ name: 'e', type: 'number', value: '' },
	];

	it('leave out what is empty, and the spaces around a name', () => {
		expect(of(...mixed)).toEqual({ a: 'x' });
	});

	it('can keep a text that is empty on purpose, beside others', () => {
		const emptiable = emptiableAssignmentsField('values', { displayName: 'Values' });
		const read = (assignments: object[]) => emptiable.read({ assignments }, 'Values', scope);
		expect(read(mixed)).toEqual({ a: 'x', b: '' });
		expect(read([{ name: 'b', value: '' }])).toBeUndefined();
		expect(read([])).toBeUndefined();
	});

	it('read as nothing where nothing is given', () => {
		for (const raw of [undefined, null, {}, { assignments: [] }]) {
			expect(read(raw, 'Values', scope)).toBeUndefined();
		}
		expect(of({ name: 'a', value: '' })).toBeUndefined();
	});

	it.each([[undefined], [''], [' ']])('need a name, which %p is not', (name) => {
		expect(() => of({ name, value: 'x' })).toThrow(
			expect.objectContaining({
				code: 'invalid_value',
				message: '"Values" has a row without a name',
			}),
		);
	});

	it.each([[null], [undefined], [{}]])('need a name, which a row %p does not have', (row) => {
		expect(() => read({ assignments: [row] }, 'Values', scope)).toThrow('has a row without a name');
	});

	it('need names that differ, spaces around them aside', () => {
		const assignments = [
			{ name: 'tier', value: 'gold' },
			{ name: ' tier ', value: '' },
		];
		expect(() => read({ assignments }, 'Values', scope)).toThrow(
			expect.objectContaining({
				code: 'invalid_value',
				message: '"Values" has more than one row named "tier"',
				advice: 'Keep one of these rows.',
			}),
		);
	});

	it('take a number for a name', () => {
		expect(read({ assignments: [{ name: 5, value: 'x' }] }, 'Values', scope)).toEqual({ 5: 'x' });
	});

	it('name the row with a bad value', () => {
		expect(() => of({ name: 'age', type: 'number', value: 'x' })).toThrow(
			'"Values > age" must be a number',
		);
	});
});

describe('rows of fields', () => {
	const { read } = rowsField('links', { displayName: 'Links', rowName: 'Link' }, [
		textField('url', { displayName: 'URL' }),
	]);

	it('read as a list of their values', () => {
		expect(read({ rows: [{ url: 'a' }, {}] }, 'Links', scope)).toEqual([
			{ url: 'a' },
			{ url: undefined },
		]);
	});

	it('read as nothing where nothing is given', () => {
		for (const raw of [undefined, {}, { rows: [] }]) {
			expect(read(raw, 'Links', scope)).toBeUndefined();
		}
	});
});

describe('a picker', () => {
	const { read, property } = locatorField('list', { displayName: 'List' }, readText);

	it.each([
		['what was picked', { __rl: true, mode: 'list', value: '7' }, '7'],
		['a bare value, as an expression gives it', '7', '7'],
		['nothing', { mode: 'list', value: '' }, undefined],
		['null', null, undefined],
	])('reads as its value: %s', (_, raw, value) => {
		expect(read(raw, 'List', scope)).toBe(value);
	});

	it('does not take anything else for a picked value', () => {
		expect(() => read({ id: '7' }, 'List', scope)).toThrow('"List" must be text, but is an object');
	});

	it('is a list at first', () => {
		expect(property.default).toEqual({ mode: 'list', value: '' });
	});
});

describe('optional fields', () => {
	const { read, property } = collectionField('options', { displayName: 'Options' }, [
		textField('zone', { displayName: 'zone' }),
		textField('body', { displayName: 'Body' }),
		textField('to', { displayName: 'To' }),
	]);

	it('are offered by label', () => {
		const labels = (property.options ?? []).map((option) =>
			'displayName' in option ? option.displayName : undefined,
		);
		expect(labels).toEqual(['Body', 'To', 'zone']);
	});

	it('read as those that were added, also where these are empty', () => {
		expect(read({ to: 'a', body: '' }, 'Options', scope)).toEqual({ to: 'a', body: undefined });
		expect(Object.keys(read({ body: '' }, 'Options', scope))).toEqual(['body']);
		for (const raw of [undefined, null, {}]) expect(read(raw, 'Options', scope)).toEqual({});
	});
});

describe('a calendar day', () => {
	const { read, property } = dayField('day', { displayName: 'Day' });

	it('is picked without a time, and reads as the day that is written', () => {
		expect(property).toMatchObject({
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
		});
		expect(read('2026-04-11T23:30:00+02:00', 'Day', scope)).toBe('2026-04-11');
	});
});
