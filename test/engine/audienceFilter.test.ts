import type { INodeParameters } from 'n8n-workflow';

import { useAccount } from '../kit/account';
import { shown, useNoJitter } from '../kit/operation';
import { operationOf } from './trackly';

const account = useAccount();
useNoJitter();

const run = operationOf(account, { resource: 'audience', operation: 'create', name: 'Built' });
const requests = () => account.sandbox().journal().requests();

const rows = (...all: INodeParameters[]) => ({ rows: all });

/** The filter that Trackly received for what was built in the editor. */
async function built(parameters: INodeParameters, item = {}): Promise<unknown> {
	const { error } = await run([item], { parameters });
	expect(error).toBeUndefined();
	return (requests()[0].body as { filter: unknown }).filter;
}

/** What Trackly received for one condition. */
const builtOf = async (condition: INodeParameters, item = {}) =>
	(
		(await built({ filterConditions: rows(condition) }, item)) as {
			conditions: unknown[];
		}
	).conditions[0];

/** What was said of parameters that cannot be sent. */
async function refused(parameters: INodeParameters, item = {}): Promise<string> {
	const { error } = await run([item], { parameters });
	expect(requests()).toEqual([]);
	expect(error?.description).toEqual(expect.any(String));
	return shown(error);
}

describe('a condition that is built in the editor', () => {
	it.each<[INodeParameters, Record<string, unknown>]>([
		[
			{},
			{
				condition_type: 'time',
				field: 'last_clicked_at',
				operator: 'within',
				value: 30,
				unit: 'days',
			},
		],
		[
			{
				type: 'time',
				timeField: 'signup_date',
				timeOperator: 'before',
				timeValue: 6,
				timeUnit: 'hours',
			},
			{ condition_type: 'time', field: 'signup_date', operator: 'before', value: 6, unit: 'hours' },
		],
		[
			{ type: 'time', timeField: 'last_sent_at', timeOperator: 'not_exists', timeValue: 6 },
			{ condition_type: 'time', field: 'last_sent_at', operator: 'not_exists' },
		],
		[
			{ type: 'count', countField: 'send_count', countOperator: 'lt', countValue: 0 },
			{ condition_type: 'count', field: 'send_count', operator: 'lt', value: 0 },
		],
		[
			{ type: 'count', countOperator: 'gt', countValue: '={{ $json.clicks }}' },
			{ condition_type: 'count', field: 'click_count', operator: 'gt', value: 4 },
		],
		[
			{ type: 'custom_field', customFieldField: 'zip', customFieldValue: '02139' },
			{ condition_type: 'custom_field', field: 'zip', operator: 'eq', value: '02139' },
		],
		[
			{
				type: 'custom_field',
				customFieldField: 'tier',
				customFieldOperator: 'in',
				customFieldValue: 'silver, gold,',
			},
			{ condition_type: 'custom_field', field: 'tier', operator: 'in', value: ['silver', 'gold'] },
		],
		[
			{
				type: 'custom_field',
				customFieldField: 'visits',
				customFieldOperator: 'gte',
				customFieldValue: '3',
			},
			{ condition_type: 'custom_field', field: 'visits', operator: 'gte', value: 3 },
		],
		[
			{ type: 'custom_field', customFieldField: 'vip', customFieldValue: '={{ true }}' },
			{ condition_type: 'custom_field', field: 'vip', operator: 'eq', value: true },
		],
		[
			{ type: 'carrier', carrierValue: 'Verizon' },
			{ condition_type: 'carrier', operator: 'eq', value: 'Verizon' },
		],
		[
			{ type: 'timezone', timezoneOperator: 'in', timezoneValue: '={{ $json.zones }}' },
			{ condition_type: 'timezone', operator: 'in', value: ['America/Chicago'] },
		],
		[
			{ type: 'revenue', revenueField: 'has_revenue', hasRevenue: false },
			{ condition_type: 'revenue', field: 'has_revenue', operator: 'eq', value: false },
		],
		[
			{ type: 'revenue', revenueField: 'revenue_total', revenueOperator: 'gt', revenueValue: 99.5 },
			{ condition_type: 'revenue', field: 'revenue_total', operator: 'gt', value: 99.5 },
		],
	])('%j', async (condition, expected) => {
		expect(await builtOf(condition, { clicks: '4', zones: ['America/Chicago'] })).toEqual(expected);
	});

	it('leaves out what belongs to the type it had before', async () => {
		const condition = { type: 'carrier', carrierValue: 'Verizon', timeValue: 6, countValue: 2 };
		expect(await builtOf(condition)).toEqual({
			condition_type: 'carrier',
			operator: 'eq',
			value: 'Verizon',
		});
	});
});

describe('a filter that is built in the editor', () => {
	const silent = { type: 'time', timeOperator: 'not_exists' };
	const silentBuilt = { condition_type: 'time', field: 'last_clicked_at', operator: 'not_exists' };

	it('holds groups in groups', async () => {
		const filter = await built({
			filterOperator: 'OR',
			filterConditions: rows(silent),
			filterGroups: rows(
				{ conditions: rows(silent, silent) },
				{ operator: 'OR', groups: rows({ operator: 'OR', conditions: rows(silent) }) },
			),
		});
		expect(filter).toEqual({
			operator: 'OR',
			conditions: [silentBuilt],
			groups: [
				{ operator: 'AND', conditions: [silentBuilt, silentBuilt] },
				{ operator: 'OR', groups: [{ operator: 'OR', conditions: [silentBuilt] }] },
			],
		});
	});

	it.each<[what: string, parameters: INodeParameters, message: string]>([
		['nothing in it', {}, '"Filter" has no conditions [item 0]'],
		[
			'an empty group',
			{ filterConditions: rows(silent), filterGroups: rows({ operator: 'OR' }) },
			'Filter: group 1: has no conditions [item 0]',
		],
		[
			'an operator that its type does not know',
			{
				filterGroups: rows(
					{ conditions: rows(silent) },
					{ conditions: rows({ type: 'time', timeOperator: '={{ "in" }}' }) },
				),
			},
			'Filter: group 2, condition 1: operator "in" is not allowed in a time condition (within, not_within, before,',
		],
		[
			'an expression that gives no value',
			{ filterConditions: rows(silent, { type: 'time', timeValue: '={{ $json.days }}' }) },
			'Filter: condition 2: has no value [item 0]',
		],
		[
			'a value that is no number',
			{ filterConditions: rows({ type: 'count', countValue: '={{ "many" }}' }) },
			'Filter: condition 1: value must be a number [item 0]',
		],
		[
			'a custom field without a name',
			{ filterConditions: rows({ type: 'custom_field', customFieldValue: 'gold' }) },
			'Filter: condition 1: has no field [item 0]',
		],
		[
			'no value to compare with',
			{ filterConditions: rows({ type: 'carrier', carrierOperator: 'in', carrierValue: ' , ' }) },
			'Filter: condition 1: has no value [item 0]',
		],
		[
			'another way to join',
			{ filterOperator: '={{ "XOR" }}', filterConditions: rows(silent) },
			'Filter: operator "XOR" must be AND or OR [item 0]',
		],
	])('is refused before any request with %s', async (_, parameters, message) => {
		expect(await refused(parameters)).toContain(message);
	});
});

describe('a filter as JSON', () => {
	const json = (filterJson: string) => ({ filterMode: 'json', filterJson });
	const filter = {
		operator: 'OR',
		groups: [
			{
				operator: 'AND',
				conditions: [{ conditionType: 'carrier', operator: 'eq', value: 'AT&T' }],
			},
		],
	};
	const sent = {
		operator: 'OR',
		groups: [
			{
				operator: 'AND',
				conditions: [{ condition_type: 'carrier', operator: 'eq', value: 'AT&T' }],
			},
		],
	};

	it.each([
		['typed', json(JSON.stringify(filter))],
		['from an expression, as an object', json('={{ $json.filter }}')],
		['from an expression, as text', json('={{ JSON.stringify($json.filter) }}')],
		[
			'with expressions inside',
			json('={ "operator": "OR", "groups": {{ JSON.stringify($json.filter.groups) }} }'),
		],
	])('may be %s', async (_, parameters) => {
		expect(await built(parameters, { filter })).toEqual(sent);
	});

	it.each([
		['nothing', json('={{ $json.filter }}'), '"Filter" is empty [item 0]'],
		['no JSON', json('{"operator": AND}'), '"Filter (JSON)" is not valid JSON'],
		['a list', json('[]'), '"Filter (JSON)" must be a JSON object, but is a list'],
		['what the editor begins with', { filterMode: 'json' }, '"Filter" has no conditions'],
		['an empty object', json('{}'), '"Filter" has no operator (AND, OR) [item 0]'],
		[
			'an empty group',
			json('{"operator":"AND","groups":[{"operator":"AND","conditions":[]}]}'),
			'Filter: group 1: has no conditions [item 0]',
		],
	])('is refused before any request when it is %s', async (_, parameters, message) => {
		expect(await refused(parameters)).toContain(message);
	});
});
