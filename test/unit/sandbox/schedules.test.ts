import { useSandbox } from './bench';
import type { Client } from './client';

const FRIDAY = '66b0c7a3e19a3f7708d5b1e2';
const REGULARS = '66b0c61fe19a3f7708d5b1c9';

const blast = (more: object = {}) => ({ message: 'Out now', percent_audience: 100, ...more });
const once = (more: object = {}) => ({
	name: 'Sampler launch',
	send_type: 'blast',
	audiences: [REGULARS],
	is_repeating: false,
	send_date: '2090-05-04T00:00:00Z',
	send_time: '18:00',
	blasts: [blast()],
	...more,
});
const weekly = (more: object = {}) => ({
	...once(),
	send_date: undefined,
	is_repeating: true,
	start_date: '2090-04-01',
	end_date: '2090-06-30',
	days_of_week: { friday: true },
	...more,
});

describe('schedules', () => {
	let client: Client;
	useSandbox({ timeScale: 0.001 }, (bench) => ({ client } = bench));
	const ids = async (query = '') =>
		((await client.ok('GET', `/schedules${query}`)).schedules as Array<{ id: string }>).map(
			({ id }) => id,
		);
	const create = async (body: object) =>
		(await client.ok('POST', '/schedules', body)).schedule as Record<string, unknown>;
	const update = async (id: unknown, body: object) =>
		(await client.ok('PUT', `/schedules/${String(id)}`, body)).schedule;

	it('has one from the start, switched off', async () => {
		expect(await ids()).toEqual([FRIDAY]);
		expect(await client.ok('GET', `/schedules/${FRIDAY}`)).toMatchObject({
			name: 'Friday tasting',
			status: 'off',
			is_repeating: true,
		});
	});

	it('creates a draft', async () => {
		const made = await create(once());
		expect(made).toMatchObject({
			name: 'Sampler launch',
			status: 'draft',
			source_lists: [],
			start_date: null,
			blasts: [{ message: 'Out now', offer_links: [], variant_name: null, mms_image_url: null }],
		});
		expect(await client.ok('GET', `/schedules/${String(made.id)}`)).toEqual(made);
	});

	it('changes only what was sent', async () => {
		expect(await update(FRIDAY, { name: 'Tasting', id: 'other' })).toMatchObject({
			id: FRIDAY,
			name: 'Tasting',
			send_time: '17:15',
			blasts: [{ variant_name: 'Only' }],
		});
	});

	it('walks through its states and ends with complete', async () => {
		const { id } = await create(once());
		for (const status of ['on', 'off', 'draft', 'off', 'complete']) {
			expect(await update(id, { status })).toMatchObject({ status });
		}
		expect(await client.refusal('PUT', `/schedules/${String(id)}`, { name: 'New' })).toBe(
			'400 schedule_complete',
		);
	});

	it.each(['draft', 'off'])('hides an archived one and restores it as %s', async (status) => {
		await client.ok('DELETE', `/schedules/${FRIDAY}`);
		expect(await ids()).toEqual([]);
		expect(await ids('?status=archive')).toEqual([FRIDAY]);
		expect(await client.ok('GET', `/schedules/${FRIDAY}`)).toMatchObject({ status: 'archive' });
		const on = await client.refusal('PUT', `/schedules/${FRIDAY}`, { status: 'on' });
		expect(on).toBe('400 invalid_status');
		expect(await update(FRIDAY, { status })).toMatchObject({ status });
		expect(await ids(`?status=${status}`)).toEqual([FRIDAY]);
	});

	const two = (a: number, b: number) => [
		blast({ percent_audience: a }),
		blast({ percent_audience: b }),
	];
	it.each([
		[once({ name: undefined }), '400 missing_name'],
		[once({ send_type: undefined }), '400 missing_send_type'],
		[once({ send_type: 'x' }), '400 invalid_send_type'],
		[once({ is_repeating: undefined }), '400 missing_is_repeating'],
		[once({ send_time: undefined }), '400 missing_send_time'],
		[once({ audiences: undefined }), '400 missing_audiences'],
		[once({ audiences: [] }), '400 missing_audiences'],
		[once({ status: 'complete' }), '400 invalid_status'],
		[once({ send_date: undefined }), '400 missing_send_date'],
		[weekly({ start_date: undefined }), '400 missing_start_date'],
		[weekly({ end_date: undefined }), '400 missing_end_date'],
		[weekly({ days_of_week: undefined }), '400 no_days_selected'],
		[weekly({ days_of_week: { monday: false } }), '400 no_days_selected'],
		[once({ blasts: undefined }), '400 missing_blasts'],
		[once({ blasts: [] }), '400 missing_blasts'],
		[once({ blasts: two(70, 40) }), '400 invalid_blast_percent'],
		[once({ blasts: [blast({ percent_audience: 101 })] }), '400 invalid_blast_percent'],
		[once({ blasts: [blast({ percent_audience: undefined })] }), '400 invalid_blast_percent'],
		[once({ blasts: [blast({ message: undefined })] }), '400 missing_blast_message'],
		[once({ blasts: [blast({ message: '' })] }), '400 missing_blast_message'],
		[once({ audiences: ['none'] }), '404 audience_not_found'],
		[once({ source_lists: [99] }), '404 source_list_not_found'],
	])('POST /schedules %j gives %s', async (body, refusal) => {
		expect(await client.refusal('POST', '/schedules', body)).toBe(refusal);
	});

	it.each([
		[FRIDAY, { name: '' }, '400 missing_name'],
		[FRIDAY, { send_type: '' }, '400 missing_send_type'],
		[FRIDAY, { send_type: 'x' }, '400 invalid_send_type'],
		[FRIDAY, { is_repeating: null }, '400 missing_is_repeating'],
		[FRIDAY, { send_time: '' }, '400 missing_send_time'],
		[FRIDAY, { audiences: [] }, '400 missing_audiences'],
		[FRIDAY, { status: 'archived' }, '400 invalid_status'],
		[FRIDAY, { is_repeating: false }, '400 missing_send_date'],
		[FRIDAY, { days_of_week: {} }, '400 no_days_selected'],
		[FRIDAY, { blasts: [] }, '400 missing_blasts'],
		[FRIDAY, { blasts: two(50, 40) }, '400 invalid_blast_percent'],
		[FRIDAY, { blasts: [blast({ message: '' })] }, '400 missing_blast_message'],
		[FRIDAY, { audiences: ['none'] }, '404 audience_not_found'],
		[FRIDAY, { source_lists: [99] }, '404 source_list_not_found'],
		['none', {}, '404 not_found'],
	])('PUT /schedules/%s %j gives %s', async (id, body, refusal) => {
		expect(await client.refusal('PUT', `/schedules/${id}`, body)).toBe(refusal);
	});

	it.each([
		['start_date', { ...weekly(), start_date: undefined }],
		['end_date', { ...weekly(), end_date: undefined }],
	])('needs a %s to become repeating', async (field, body) => {
		const { id } = await create(once());
		const refusal = await client.refusal('PUT', `/schedules/${String(id)}`, body);
		expect(refusal).toBe(`400 missing_${field}`);
	});

	it('needs an audience that is not archived', async () => {
		await client.ok('DELETE', `/audiences/${REGULARS}`);
		expect(await client.refusal('POST', '/schedules', once())).toBe('404 audience_not_found');
	});

	it.each(['GET', 'DELETE'])('%s of an unknown one gives 404', async (method) => {
		expect(await client.refusal(method, '/schedules/none')).toBe('404 not_found');
	});
});
