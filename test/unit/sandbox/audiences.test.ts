import type { Sandbox } from '../../../sandbox/trackly';
import { useSandbox } from './bench';
import { CLUB, type Client, phone, VIP } from './client';

const REGULARS = '66b0c61fe19a3f7708d5b1c9';
const KWAME = '+12025550114';

type Condition = Record<string, unknown>;
const filter = (...conditions: Condition[]) => ({ operator: 'AND', conditions });
const time = (more: Condition = {}) => ({
	condition_type: 'time',
	field: 'signup_date',
	operator: 'within',
	value: 3,
	unit: 'days',
	...more,
});
const count = (more: Condition = {}) => ({
	condition_type: 'count',
	field: 'send_count',
	operator: 'gte',
	value: 1,
	...more,
});
const other = (condition_type: string, more: Condition = {}) => ({
	condition_type,
	operator: 'eq',
	value: 'x',
	...more,
});

describe('audiences', () => {
	let sandbox: Sandbox;
	let client: Client;
	useSandbox({ timeScale: 0.001 }, (bench) => ({ sandbox, client } = bench));
	const names = async (query = '') =>
		((await client.ok('GET', `/audiences${query}`)).audiences as Array<{ name: string }>).map(
			({ name }) => name,
		);
	const create = async (body: object) => await client.ok('POST', '/audiences', body);
	const size = async (id: unknown) =>
		(await client.ok('GET', `/audiences/${String(id)}/size`)).size;
	const sizeOf = async (condition: Condition, source_lists: number[] = []) =>
		await size((await create({ name: 'Counted', source_lists, filter: filter(condition) })).id);

	it('has two from the start', async () => {
		expect(await names()).toEqual(['Club regulars', 'Gold tier']);
		expect(await size(REGULARS)).toBe(3);
		expect(await size('aud_gold')).toBe(2);
	});

	it('takes filters in snake_case and gives them back in camelCase', async () => {
		const made = await create({
			name: 'Nested',
			source_lists: [7],
			filter: { operator: 'AND', groups: [{ operator: 'OR', conditions: [count()] }] },
		});
		expect(made).toMatchObject({ name: 'Nested', description: null, cached_size: null });
		expect(made.filter).toEqual({
			operator: 'AND',
			conditions: [],
			groups: [
				{
					operator: 'OR',
					conditions: [{ conditionType: 'count', field: 'send_count', operator: 'gte', value: 1 }],
					groups: [],
				},
			],
		});
		expect(await client.ok('GET', `/audiences/${String(made.id)}`)).toEqual(made);
	});

	it('keeps the size that was counted until the filter changes', async () => {
		const get = async () => await client.ok('GET', '/audiences/aud_gold');
		await size('aud_gold');
		expect(await get()).toMatchObject({ cached_size: 2 });
		await client.ok('PUT', '/audiences/aud_gold', { name: 'Gold' });
		expect(await get()).toMatchObject({ name: 'Gold', cached_size: 2 });
		await client.ok('PUT', '/audiences/aud_gold', { filter: filter(count()) });
		expect(await get()).toMatchObject({ cached_size: null, cached_size_updated_at: null });
	});

	it.each<[string, Condition, number]>([
		['signed up within 3 days', time(), 1],
		['signed up not within 3 days', time({ operator: 'not_within' }), 4],
		['signed up more than 3 days ago', time({ operator: 'before' }), 4],
		['signed up later than that', time({ operator: 'after', unit: 'minutes' }), 1],
		['signed up ever', time({ operator: 'exists', value: undefined }), 5],
		['never clicked', time({ field: 'last_clicked_at', operator: 'not_exists' }), 5],
		['no click within 3 hours', time({ field: 'last_clicked_at', operator: 'not_within' }), 5],
		['sent something', count(), 1],
		['sent nothing', count({ operator: 'eq', value: 0 }), 4],
		['sent less than one', count({ operator: 'lt' }), 4],
		['a tier', other('custom_field', { field: 'tier', operator: 'in', value: ['silver'] }), 2],
		['a tier by its long name', other('custom_field', { field: 'custom_fields.tier' }), 0],
		['a field at all', other('custom_field', { field: 'tier', operator: 'exists' }), 4],
		['a carrier', other('carrier', { value: 'Example Wireless' }), 5],
		['another time zone', other('timezone', { operator: 'ne', value: 'America/New_York' }), 0],
		['revenue', other('revenue', { field: 'has_revenue', value: true }), 0],
		['revenue never', other('revenue', { field: 'last_revenue_at', operator: 'not_exists' }), 5],
	])('counts people by %s', async (_what, condition, expected) => {
		await client.upsert(phone(1));
		await client.send(phone(1), 'Hello');
		await sandbox.whenIdle();
		expect(await sizeOf(condition)).toBe(expected);
	});

	it('counts each subscribed person once, on the source lists only', async () => {
		const anyone = time({ operator: 'exists' });
		expect(await sizeOf(anyone)).toBe(4);
		expect(await sizeOf(anyone, [7])).toBe(3);
		expect(await sizeOf(anyone, [8])).toBe(2);
		sandbox.answer(KWAME, VIP, 'STOP');
		expect(await sizeOf(anyone, [8])).toBe(1);
		expect(await sizeOf(anyone, [9])).toBe(0);
		await client.upsert(KWAME, { list_number: CLUB });
		expect(await sizeOf(anyone, [7])).toBe(4);
	});

	it('hides archived ones from lists and keeps them readable', async () => {
		await client.ok('DELETE', `/audiences/${REGULARS}`);
		expect(await names()).toEqual(['Gold tier']);
		expect(await names('?status=archived')).toEqual(['Club regulars']);
		expect(await client.ok('GET', `/audiences/${REGULARS}`)).toMatchObject({ status: 'archived' });
	});

	const good = { name: 'A', filter: filter(count()) };
	it.each([
		['POST', '', { ...good, name: undefined }, '400 missing_name'],
		['POST', '', { ...good, filter: undefined }, '400 missing_filter'],
		['POST', '', { ...good, filter: null }, '400 missing_filter'],
		['POST', '', { ...good, name: 'x'.repeat(256) }, '400 name_too_long'],
		['POST', '', { ...good, source_lists: [99] }, '400 source_list_not_found'],
		['PUT', `/${REGULARS}`, { name: 'x'.repeat(256) }, '400 name_too_long'],
		['PUT', `/${REGULARS}`, { source_lists: [99] }, '400 source_list_not_found'],
		['PUT', '/none', {}, '404 not_found'],
		['GET', '/none', undefined, '404 not_found'],
		['GET', '/none/size', undefined, '404 not_found'],
		['DELETE', '/none', undefined, '404 not_found'],
	])('%s /audiences%s %j gives %s', async (method, route, body, refusal) => {
		expect(await client.refusal(method, `/audiences${route}`, body)).toBe(refusal);
	});

	it.each<[object, string]>([
		[{ operator: 'XOR', conditions: [count()] }, 'invalid_group_operator'],
		[{ conditions: [count()] }, 'invalid_group_operator'],
		[{ operator: 'AND' }, 'empty_filter_group'],
		[{ operator: 'AND', conditions: [], groups: [] }, 'empty_filter_group'],
		[{ operator: 'AND', groups: [{ operator: 'OR' }] }, 'empty_filter_group'],
		[filter({ conditionType: 'count' }), 'invalid_condition_type'],
		[filter(other('weather')), 'invalid_condition_type'],
		[filter(time({ field: 'birthday' })), 'invalid_time_field'],
		[filter(time({ operator: 'eq' })), 'invalid_time_operator'],
		[filter(time({ unit: 'weeks' })), 'invalid_time_unit'],
		[filter(time({ unit: undefined })), 'missing_time_value'],
		[filter(time({ value: undefined })), 'missing_time_value'],
		[filter(count({ field: 'replies' })), 'invalid_count_field'],
		[filter(count({ operator: 'within' })), 'invalid_count_operator'],
		[filter(count({ value: undefined })), 'missing_count_value'],
		[filter(other('custom_field')), 'missing_custom_field_name'],
		[filter(other('custom_field', { field: 'a', operator: '?' })), 'invalid_custom_field_operator'],
		[filter(other('custom_field', { field: 'a', value: '' })), 'missing_custom_field_value'],
		[filter(other('carrier', { operator: '?' })), 'invalid_carrier_operator'],
		[filter(other('carrier', { value: undefined })), 'missing_carrier_value'],
		[filter(other('timezone', { operator: '?' })), 'invalid_timezone_operator'],
		[filter(other('timezone', { value: undefined })), 'missing_timezone_value'],
		[filter(other('revenue', { field: 'profit' })), 'invalid_revenue_field'],
		[
			filter(other('revenue', { field: 'revenue_total', operator: '?' })),
			'invalid_revenue_operator',
		],
		[filter(other('revenue', { field: 'revenue_total', value: null })), 'missing_revenue_value'],
		[{ ...filter(count({})), weight: 3 }, 'invalid_request'],
		[{ operator: 'AND', conditions: 'all' }, 'invalid_request'],
	])('the filter %j is refused with %s', async (wrong, code) => {
		const body = { name: 'A', filter: wrong };
		expect(await client.refusal('POST', '/audiences', body)).toBe(`400 ${code}`);
		expect(await client.refusal('PUT', `/audiences/${REGULARS}`, body)).toBe(`400 ${code}`);
	});
});
