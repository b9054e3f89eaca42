import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

import { adviceFor } from '../../../nodes/Trackly/api/advice';
import {
	EXACT,
	EXISTENCE,
	LIST_OPERATORS,
	LOOSE,
	LOOSE_OPERATORS,
} from '../../../nodes/Trackly/api/filter/language';
import { readFilter } from '../../../nodes/Trackly/api/filter/read';
import type { InputError } from '../../../kernel/input/inputError';

type Json = Record<string, unknown>;

const contract = parse(
	readFileSync(resolve(__dirname, '../../../contract/trackly-v2.openapi.yaml'), 'utf8'),
) as { components: { schemas: Record<string, { examples?: Json[] }> } };
const ajv = new Ajv2020({ strict: false });
ajv.addSchema({ $id: 'contract', components: contract.components });
const takes = ajv.getSchema('contract#/components/schemas/FilterGroup')!;

const time = {
	condition_type: 'time',
	field: 'signup_date',
	operator: 'within',
	value: 3,
	unit: 'days',
};
const count = { condition_type: 'count', field: 'click_count', operator: 'gte', value: 1 };
const and = (...conditions: unknown[]) => ({ operator: 'AND', conditions });

/** What is wrong with a filter: its code and its text. */
function wrongWith(filter: unknown): [code: string, message: string] {
	try {
		readFilter(filter, 'Filter');
	} catch (error) {
		const { code, message } = error as InputError;
		return [code, message];
	}
	throw new Error('nothing is wrong with it');
}

const exact = Object.entries(EXACT).flatMap(([condition_type, { fields, operators, units }]) =>
	fields.flatMap((field) =>
		operators.map((operator) => ({
			condition_type,
			field,
			operator,
			...(!EXISTENCE.includes(operator) && { value: 2, ...(units && { unit: units[1] }) }),
		})),
	),
);
const loose = Object.keys(LOOSE).flatMap((condition_type) =>
	LOOSE_OPERATORS.map((operator) => ({
		condition_type,
		field: 'some_field',
		operator,
		value: LIST_OPERATORS.includes(operator) ? ['one', 'two'] : 'one',
	})),
);

describe('a filter', () => {
	it.each([...exact, ...loose])('may hold %j', (condition) => {
		const filter = and(condition);
		expect(readFilter(filter, 'Filter')).toEqual(filter);
		expect(takes(filter)).toBe(true);
	});

	it.each([
		...['FilterGroup', 'TimeCondition', 'CountCondition', 'OtherCondition'].flatMap((name) =>
			contract.components.schemas[name].examples!.map((example) => [name, example] as const),
		),
	])('may be the example of the contract for %s', (name, example) => {
		const filter = name === 'FilterGroup' ? example : and(example);
		expect(readFilter(filter, 'Filter')).toEqual(filter);
	});

	it.each([
		[
			'a type that is not known yet',
			{ condition_type: 'birthday', field: 'birthday', value: true },
		],
		[
			'the Do Not Call list',
			{ condition_type: 'do_not_call', field: 'on_dnc', operator: 'eq', value: false },
		],
		['an operator that is not known yet', { condition_type: 'carrier', operator: 'is_set' }],
		['a list', { condition_type: 'carrier', operator: 'eq', value: 'Verizon', list_id: 7 }],
		[
			'a value that is false',
			{ condition_type: 'revenue', field: 'has_revenue', operator: 'eq', value: false },
		],
	])('leaves %s to the server', (_, condition) => {
		expect(readFilter(and(condition), 'Filter')).toEqual(and(condition));
	});

	it.each([
		['a time value of zero', { ...time, value: 0 }],
		['a count below zero', { ...count, value: -1 }],
		['a moment that exists', { ...time, operator: 'exists', value: undefined, unit: undefined }],
		['a value where none is needed', { ...time, operator: 'exists' }],
		['no unit where none is known', { ...count, unit: undefined }],
		['a list', { ...time, list_id: 7 }],
		['a list of a count', { ...count, list_id: 7 }],
		['a key that nobody knows', { ...count, unit: 'days', weight: { a: [1] } }],
	])('may have %s', (_, condition) => {
		expect(readFilter(and(condition), 'Filter')).toStrictEqual(
			and(JSON.parse(JSON.stringify(condition))),
		);
	});

	it.each(['time', 'custom_field', 'carrier', 'timezone', 'revenue', 'birthday'])(
		'of %s that only exists has nothing to compare with',
		(condition_type) => {
			const field = condition_type === 'time' ? 'signup_date' : 'tier';
			const exists = { condition_type, field, operator: 'exists' };
			for (const value of ['', [], null, undefined]) {
				const read = readFilter(and({ ...exists, value, unit: '' }), 'Filter');
				expect(read).toStrictEqual(and(exists));
			}
		},
	);

	it.each(LIST_OPERATORS)('with one value for %s has a list of it', (operator) => {
		const carrier = { condition_type: 'carrier', operator };
		for (const value of ['Verizon', 7, false]) {
			const read = readFilter(and({ ...carrier, value }), 'Filter');
			expect(read).toEqual(and({ ...carrier, value: [value] }));
		}
	});

	it('comes back from Trackly with the list of a condition', () => {
		const { condition_type, ...rest } = count;
		const filter = and({ conditionType: condition_type, ...rest, listId: 7, newKey: 'x' });
		expect(readFilter(filter, 'Filter')).toEqual(and({ ...count, list_id: 7, new_key: 'x' }));
	});

	it('as it was read is taken back', () => {
		const filter = readFilter(
			{
				operator: 'OR',
				conditions: [
					{ conditionType: 'time', field: 'last_sent_at', operator: 'not_exists', value: null },
					{
						conditionType: 'custom_field',
						field: 'favTea',
						operator: 'eq',
						value: { teaName: 'Assam' },
						listId: 7,
					},
				],
				groups: [{ operator: 'AND', conditions: [{ ...count }], groups: [] }],
			},
			'Filter',
		);
		expect(filter).toEqual({
			operator: 'OR',
			conditions: [
				{ condition_type: 'time', field: 'last_sent_at', operator: 'not_exists' },
				{
					condition_type: 'custom_field',
					field: 'favTea',
					operator: 'eq',
					value: { teaName: 'Assam' },
					list_id: 7,
				},
			],
			groups: [{ operator: 'AND', conditions: [count], groups: [] }],
		});
		expect(takes(filter)).toBe(true);
	});

	it.each<[what: string, filter: unknown, code: string, message: string]>([
		['text', 'AND', 'invalid_filter', '"Filter" must be an object'],
		['a list', [time], 'invalid_filter', '"Filter" must be an object'],
		['null', null, 'invalid_filter', '"Filter" must be an object'],
		['nothing', undefined, 'invalid_filter', '"Filter" must be an object'],
		['null for a condition', and(null), 'invalid_filter', 'Filter: condition 1: must be an object'],
		[
			'text for groups',
			{ ...and(time), groups: 'AND' },
			'invalid_filter',
			'Filter: "groups" must be a list',
		],
		[
			'a blank for an operator',
			{ operator: ' ', conditions: [time] },
			'invalid_group_operator',
			'Filter: operator must be AND or OR',
		],
		[
			'no operator',
			{ conditions: [time] },
			'invalid_group_operator',
			'"Filter" has no operator (AND, OR)',
		],
		[
			'an operator in small letters',
			{ operator: 'and', conditions: [time] },
			'invalid_group_operator',
			'Filter: operator "and" must be AND or OR',
		],
		[
			'an operator that is no text',
			{ operator: ['AND'], conditions: [time] },
			'invalid_group_operator',
			'Filter: operator must be AND or OR',
		],
		['nothing in it', { operator: 'AND' }, 'empty_filter_group', '"Filter" has no conditions'],
		[
			'empty lists in it',
			{ operator: 'AND', conditions: [], groups: [] },
			'empty_filter_group',
			'"Filter" has no conditions',
		],
		[
			'an empty group deep inside',
			{ operator: 'AND', groups: [and(time), { operator: 'OR', groups: [{ operator: 'AND' }] }] },
			'empty_filter_group',
			'Filter: group 2, group 1: has no conditions',
		],
		[
			'no list of conditions',
			{ operator: 'AND', conditions: time },
			'invalid_filter',
			'Filter: "conditions" must be a list',
		],
		[
			'something else in a group',
			{ operator: 'AND', conditions: [time], not: true },
			'invalid_filter',
			'Filter: "not" is not a key of a group',
		],
		[
			'a condition that is none',
			and(time, 'x'),
			'invalid_filter',
			'Filter: condition 2: must be an object',
		],
		[
			'a condition without a type',
			and({ ...time, condition_type: ' ' }),
			'invalid_condition_type',
			'Filter: condition 1: has no condition_type (time, count, custom_field, carrier, timezone, revenue)',
		],
		[
			'an unknown field of time',
			and({ ...time, field: 'click_count' }),
			'invalid_time_field',
			'Filter: condition 1: field "click_count" is not allowed in a time condition (last_clicked_at, last_sent_at, signup_date)',
		],
		[
			'no field of time',
			and({ ...time, field: null }),
			'invalid_time_field',
			'Filter: condition 1: has no field (last_clicked_at, last_sent_at, signup_date)',
		],
		[
			'an unknown operator of time',
			{ operator: 'OR', groups: [and(time), and({ ...time, operator: 'in' })] },
			'invalid_time_operator',
			'Filter: group 2, condition 1: operator "in" is not allowed in a time condition (within, not_within, before, after, exists, not_exists)',
		],
		[
			'an unknown unit',
			and({ ...time, unit: 'weeks' }),
			'invalid_time_unit',
			'Filter: condition 1: unit "weeks" is not allowed in a time condition (days, hours, minutes)',
		],
		[
			'no value of time',
			and({ ...time, value: undefined }),
			'missing_time_value',
			'Filter: condition 1: has no value',
		],
		[
			'no unit',
			and({ ...time, unit: '' }),
			'missing_time_value',
			'Filter: condition 1: has no unit',
		],
		[
			'a value of time below zero',
			and({ ...time, value: -1 }),
			'invalid_time_value',
			'Filter: condition 1: value must be a number of 0 or more',
		],
		...[Infinity, NaN, '3', true].map(
			(value) =>
				[
					`a value of time that is ${typeof value} ${value}`,
					and({ ...time, value }),
					'invalid_time_value',
					'Filter: condition 1: value must be a number of 0 or more',
				] as [string, unknown, string, string],
		),
		[
			'a wrong value where none is needed',
			and({ ...time, operator: 'not_exists', value: 'x', unit: undefined }),
			'invalid_time_value',
			'Filter: condition 1: value must be a number of 0 or more',
		],
		[
			'a wrong unit where none is needed',
			and({ ...time, operator: 'exists', value: undefined, unit: 'weeks' }),
			'invalid_time_unit',
			'Filter: condition 1: unit "weeks" is not allowed in a time condition (days, hours, minutes)',
		],
		[
			'a field that is no text',
			and({ ...count, field: ['click_count'] }),
			'invalid_count_field',
			'Filter: condition 1: field is not allowed in a count condition (click_count, send_count, conversion_count)',
		],
		[
			'a list that is none',
			and({ ...time, listId: 'seven' }),
			'invalid_filter',
			'Filter: condition 1: list_id must be a whole number',
		],
		[
			'no value of a type that is not known yet',
			and({ condition_type: 'birthday', operator: 'eq', value: '' }),
			'invalid_filter',
			'Filter: condition 1: has no value',
		],
		[
			'an unknown field of count',
			and({ ...count, field: 'signup_date' }),
			'invalid_count_field',
			'Filter: condition 1: field "signup_date" is not allowed in a count condition (click_count, send_count, conversion_count)',
		],
		[
			'an unknown operator of count',
			and({ ...count, operator: 'within' }),
			'invalid_count_operator',
			'Filter: condition 1: operator "within" is not allowed in a count condition (gte, gt, eq, lte, lt)',
		],
		[
			'no value of count',
			and({ ...count, value: '' }),
			'missing_count_value',
			'Filter: condition 1: has no value',
		],
		[
			'a count that is text',
			and({ ...count, value: '1' }),
			'invalid_count_value',
			'Filter: condition 1: value must be a number',
		],
		[
			'a custom field without a name',
			and({ condition_type: 'custom_field', operator: 'eq', value: 1 }),
			'missing_custom_field_name',
			'Filter: condition 1: has no field',
		],
		[
			'revenue without a field',
			and({ condition_type: 'revenue', operator: 'gt', value: 1 }),
			'invalid_revenue_field',
			'Filter: condition 1: has no field',
		],
		...Object.keys(LOOSE).flatMap((type) => {
			const condition = { condition_type: type, field: 'tier', operator: 'eq', value: 'gold' };
			return [
				[
					`no operator of ${type}`,
					and({ ...condition, operator: 5 }),
					`invalid_${type}_operator`,
					'Filter: condition 1: has no operator',
				],
				[
					`no value of ${type}`,
					and({ ...condition, operator: 'in', value: [] }),
					`missing_${type}_value`,
					'Filter: condition 1: has no value',
				],
			] as Array<[string, unknown, string, string]>;
		}),
	])('is refused with %s', (_, filter, code, message) => {
		expect(wrongWith(filter)).toEqual([code, message]);
		expect(adviceFor(code)).toEqual(expect.any(String));
	});

	it('is refused with a word of up to 40 characters, and without a longer one', () => {
		const unit = (length: number) => wrongWith(and({ ...time, unit: 'x'.repeat(length) }))[1];
		expect(unit(40)).toContain(`unit "${'x'.repeat(40)}" is not allowed`);
		expect(unit(41)).toContain('condition 1: unit is not allowed');
	});

	it('is refused without repeating a phone number, or a whole text', () => {
		expect(wrongWith(and({ ...time, unit: '+12025550117' }))[1]).toContain('unit "…0117" is not');
		expect(wrongWith(and({ ...time, unit: 'x'.repeat(900) }))[1].length).toBeLessThan(120);
	});
});

describe('any filter', () => {
	const key = fc.stringMatching(/^[a-z]{1,6}(_[a-z]{1,6}){0,2}$/);
	const value = fc.oneof(
		fc.string({ minLength: 1 }),
		fc.integer(),
		fc.boolean(),
		fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }),
		fc.array(fc.string(), { minLength: 1 }),
	);
	const other = fc
		.record({
			condition_type: fc.constantFrom(...Object.keys(LOOSE), 'brand_new_type'),
			field: fc.stringMatching(/^\S{1,20}$/),
			operator: fc.constantFrom(...LOOSE_OPERATORS, 'isSet', 'not_contains'),
			value,
		})
		.chain((known) =>
			fc
				.dictionary(
					key.filter((name) => !(name in known)),
					value,
					{ maxKeys: 2 },
				)
				.map((extra) => ({ ...extra, ...known })),
		)
		.map((one) =>
			LIST_OPERATORS.includes(one.operator) ? { ...one, value: [one.value].flat() } : one,
		);
	const condition: fc.Arbitrary<Json> = fc.oneof(fc.constantFrom<Json>(...exact), other);
	const { group } = fc.letrec<{ group: Json }>((tie) => ({
		group: fc
			.record(
				{
					operator: fc.constantFrom('AND', 'OR'),
					conditions: fc.array(condition, { maxLength: 3 }),
					groups: fc.array(tie('group'), { maxLength: 2, depthIdentifier: 'group' }),
				},
				{ requiredKeys: ['operator'] },
			)
			.map((one) => {
				const { conditions = [], groups = [] } = one;
				return conditions.length + groups.length > 0 ? one : { ...one, conditions: [exact[0]] };
			}),
	}));

	const camel = (name: string) =>
		name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
	/** As the API gives a filter back: the keys of its groups and conditions in camelCase. */
	const returned = ({ conditions, groups, ...rest }: Json): Json => ({
		...rest,
		...(Array.isArray(conditions) && {
			conditions: conditions.map((one: Json) =>
				Object.fromEntries(Object.entries(one).map(([name, entry]) => [camel(name), entry])),
			),
		}),
		...(Array.isArray(groups) && { groups: groups.map(returned) }),
	});

	it('is taken as it is, and fits the contract', () => {
		fc.assert(
			fc.property(group, (filter) => {
				expect(readFilter(filter, 'Filter')).toEqual(filter);
				expect(takes(filter)).toBe(true);
			}),
		);
	});

	it('comes back the same after Trackly has given it with camelCase keys', () => {
		fc.assert(
			fc.property(group, (filter) => {
				expect(readFilter(returned(filter), 'Filter')).toEqual(filter);
			}),
		);
	});
});
