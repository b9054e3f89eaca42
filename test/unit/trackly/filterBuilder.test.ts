import { NodeHelpers } from 'n8n-workflow';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { EXACT, EXISTENCE, LOOSE_OPERATORS } from '../../../nodes/Trackly/api/filter/language';
import { BUILD, filterFields, filterOf } from '../../../nodes/Trackly/operations/audience/filter';

const [, { property: conditions }] = filterFields;
const parameters = (conditions.options as INodePropertyCollection[])[0].values;

type Row = Record<string, string | number | boolean>;

const optionsOf = ({ options }: INodeProperties) =>
	(options as INodePropertyOptions[]).map(({ value }) => value as string);

/** What the editor shows of a condition that holds these values. */
const shownFor = (row: Row): INodeProperties[] => {
	const filled = Object.fromEntries(
		parameters.map(({ name, default: initial }) => [name, initial]),
	);
	const values = { ...filled, ...row } as Row;
	return parameters.filter((one) => NodeHelpers.displayParameter(values, one, null, null));
};
const namesFor = (row: Row) => shownFor(row).map(({ displayName }) => displayName);

/** Every condition that can be picked from the dropdowns. */
function everyCondition(row: Row = {}): Row[] {
	const open = shownFor(row).find(({ name, type }) => type === 'options' && !(name in row));
	if (open)
		return optionsOf(open).flatMap((value) => everyCondition({ ...row, [open.name]: value }));
	const rest = shownFor(row).filter(({ name }) => !(name in row));
	const values = rest.map((one) => [
		one.name,
		one.default === '' ? (one.name === 'conditionListId' ? '7' : 'tea') : (one.default as string),
	]);
	return [{ ...row, ...Object.fromEntries(values) }];
}

const builtFrom = (row: Row) => {
	const filter = filterOf({
		filterMode: BUILD.value as string,
		filterOperator: 'AND',
		filterConditions: [row],
	});
	return filter!.conditions![0];
};

describe('a condition in the editor', () => {
	const rows = everyCondition();
	const built = rows.map(builtFrom);
	const offered = (type: string, part: string) => [
		...new Set(built.filter((one) => one.condition_type === type).map((one) => one[part])),
	];

	it('is one that the filter language takes, whatever is picked', () => {
		expect(rows.length).toBeGreaterThan(50);
		for (const condition of built) expect(condition.operator).toEqual(expect.any(String));
	});

	it('offers every type with all that the contract is sure of', () => {
		for (const [type, { fields, operators }] of Object.entries(EXACT)) {
			// The contract counts conversions among revenue.
			const own = fields.filter((field) => field !== 'conversion_count');
			expect(offered(type, 'field').sort()).toEqual([...own].sort());
			expect(offered(type, 'operator').sort()).toEqual([...operators].sort());
		}
		expect(offered('time', 'unit')).toEqual(expect.arrayContaining([...EXACT.time.units!]));
	});

	it.each(['custom_field', 'carrier', 'timezone', 'revenue'])(
		'offers only known operators for %s',
		(type) => {
			expect(offered(type, 'operator').length).toBeGreaterThan(1);
			const known = [...LOOSE_OPERATORS, ...EXISTENCE, ...EXACT.time.operators];
			for (const operator of offered(type, 'operator')) expect(known).toContain(operator);
		},
	);

	it.each([
		['custom_field', ['eq', 'ne', 'in', 'not_in', 'contains', 'exists', 'gt', 'gte']],
		['carrier', ['eq', 'ne', 'in', 'not_in', 'contains', 'exists']],
		['timezone', ['eq', 'ne', 'in', 'not_in', 'contains', 'exists']],
		['phone_validation', ['eq', 'ne', 'in', 'not_in', 'exists']],
		['do_not_call', ['eq']],
	])('offers %s with %j', (type, operators) => {
		expect(offered(type, 'operator').sort()).toEqual([...operators].sort());
	});

	it.each<[Row, object]>([
		[
			{
				type: 'count',
				countField: 'click_count',
				countOperator: 'gte',
				countValue: 1,
				conditionListId: '7',
			},
			{ condition_type: 'count', field: 'click_count', operator: 'gte', value: 1, list_id: 7 },
		],
		[
			{ type: 'carrier', carrierOperator: 'in', carrierValue: 'Verizon' },
			{ condition_type: 'carrier', operator: 'in', value: ['Verizon'] },
		],
		[
			{
				type: 'custom_field',
				customFieldField: 'size',
				customFieldOperator: 'not_in',
				customFieldValue: 7,
			},
			{ condition_type: 'custom_field', field: 'size', operator: 'not_in', value: [7] },
		],
		[
			{
				type: 'custom_field',
				customFieldField: 'tier',
				customFieldOperator: 'exists',
				customFieldValue: '',
			},
			{ condition_type: 'custom_field', field: 'tier', operator: 'exists' },
		],
		[
			{ type: 'do_not_call', onDnc: false },
			{ condition_type: 'do_not_call', field: 'on_dnc', operator: 'eq', value: false },
		],
		[
			{ type: 'phone_validation', phoneValidationOperator: 'ne', phoneValidationValue: 'invalid' },
			{
				condition_type: 'phone_validation',
				field: 'validation_status',
				operator: 'ne',
				value: 'invalid',
			},
		],
		[
			{
				type: 'revenue',
				revenueField: 'last_revenue_at',
				lastRevenueOperator: 'within',
				lastRevenueValue: 30,
				lastRevenueUnit: 'days',
			},
			{
				condition_type: 'revenue',
				field: 'last_revenue_at',
				operator: 'within',
				value: 30,
				unit: 'days',
			},
		],
		[
			{
				type: 'revenue',
				revenueField: 'last_revenue_at',
				lastRevenueOperator: 'exists',
				lastRevenueValue: 30,
			},
			{ condition_type: 'revenue', field: 'last_revenue_at', operator: 'exists' },
		],
	])('%j becomes %j', (row, condition) => {
		expect(builtFrom(row)).toStrictEqual(condition);
	});

	it.each<[Row, string[]]>([
		[{ type: 'time' }, ['Type', 'Field', 'Operator', 'Value', 'Unit', 'List ID']],
		[{ type: 'time', timeOperator: 'exists' }, ['Type', 'Field', 'Operator', 'List ID']],
		[{ type: 'time', timeOperator: 'not_exists' }, ['Type', 'Field', 'Operator', 'List ID']],
		[{ type: 'count' }, ['Type', 'Field', 'Operator', 'Value', 'List ID']],
		[{ type: 'custom_field', customFieldOperator: 'exists' }, ['Type', 'Field', 'Operator']],
		[{ type: 'do_not_call' }, ['Type', 'On Do Not Call List']],
		[{ type: 'phone_validation' }, ['Type', 'Operator', 'Value']],
		[
			{ type: 'revenue', revenueField: 'last_revenue_at' },
			['Type', 'Field', 'Operator', 'Value', 'Unit'],
		],
		[{ type: 'custom_field' }, ['Type', 'Field', 'Operator', 'Value']],
		[{ type: 'carrier' }, ['Type', 'Operator', 'Value']],
		[{ type: 'timezone' }, ['Type', 'Operator', 'Value']],
		[{ type: 'revenue' }, ['Type', 'Field', 'Operator', 'Value']],
		[{ type: 'revenue', revenueField: 'has_revenue' }, ['Type', 'Field', 'Has Revenue']],
	])('%j shows %j', (row, names) => {
		expect(namesFor(row)).toEqual(names);
	});
});
