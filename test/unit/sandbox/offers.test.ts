import { useSandbox } from './bench';
import type { Client } from './client';

const SAMPLER = '66b0c4d2e19a3f7708d5b1a4';
const TASTING = 'offer_123';

describe('offers', () => {
	let client: Client;
	useSandbox({ timeScale: 0.001 }, (bench) => ({ client } = bench));
	const ids = async (query = '') =>
		((await client.ok('GET', `/offers${query}`)).offers as Array<{ id: string }>).map(
			({ id }) => id,
		);
	const offer = { name: 'Summer tin', tracking_url: 'https://shop.example.com/tin?s={{sendId}}' };

	it('has two from the start', async () => {
		expect(await ids()).toEqual([SAMPLER, TASTING]);
		expect(await client.ok('GET', `/offers/${TASTING}`)).toMatchObject({
			name: 'Tasting night',
			external_platform: 'everflow',
			external_id: '77',
		});
	});

	it('creates with defaults, flat and with a slug', async () => {
		const made = await client.ok('POST', '/offers', offer);
		expect(made).toMatchObject({ ...offer, payout: 0, payout_type: 'cpa', status: 'active' });
		expect(made.slug).toMatch(/^ofr_summer-tin_[0-9a-f]{6}$/);
		expect(await client.ok('GET', `/offers/${String(made.id)}`)).toEqual(made);
		expect(await ids()).toEqual([SAMPLER, TASTING, made.id]);
	});

	it('changes only what was sent, merges metadata and ignores unknown fields', async () => {
		const body = { payout: 2, metadata: { week: '21' }, id: 'other', external_platform: null };
		const before = await client.ok('GET', `/offers/${SAMPLER}`);
		expect(await client.ok('PUT', `/offers/${SAMPLER}`, body)).toEqual({
			...before,
			payout: 2,
			metadata: { season: 'spring', week: '21' },
			updated_at: expect.any(String),
		});
	});

	it('hides an archived one from lists, keeps it readable and restores it', async () => {
		const archived = { success: true, archived: true };
		expect(await client.ok('DELETE', `/offers/${SAMPLER}`)).toEqual(archived);
		expect(await client.ok('DELETE', `/offers/${SAMPLER}`)).toEqual(archived);
		expect(await ids()).toEqual([TASTING]);
		expect(await ids('?status=archived')).toEqual([SAMPLER]);
		expect(await client.ok('GET', `/offers/${SAMPLER}`)).toMatchObject({ status: 'archived' });
		await client.ok('PUT', `/offers/${SAMPLER}`, { status: 'paused' });
		expect(await ids()).toEqual([SAMPLER, TASTING]);
		expect(await ids('?status=active')).toEqual([TASTING]);
	});

	it('pages', async () => {
		const { offers, pagination } = await client.ok('GET', '/offers?per_page=1&page=2');
		expect(offers).toMatchObject([{ id: TASTING }]);
		expect(pagination).toEqual({ page: 2, per_page: 1, total: 2, total_pages: 2 });
	});

	it.each([
		['POST', '', { ...offer, name: undefined }, '400 missing_name'],
		['POST', '', { ...offer, tracking_url: '' }, '400 missing_tracking_url'],
		['POST', '', { ...offer, name: 'x'.repeat(256) }, '400 name_too_long'],
		['POST', '', { ...offer, external_platform: 'x' }, '400 invalid_external_platform'],
		['POST', '', { ...offer, payout_type: 'x' }, '400 invalid_payout_type'],
		['POST', '', { ...offer, status: 'archived' }, '400 invalid_status'],
		['PUT', `/${SAMPLER}`, { name: 'x'.repeat(256) }, '400 name_too_long'],
		['PUT', `/${SAMPLER}`, { external_platform: 'x' }, '400 invalid_external_platform'],
		['PUT', `/${SAMPLER}`, { payout_type: 'x' }, '400 invalid_payout_type'],
		['PUT', `/${SAMPLER}`, { status: 'gone' }, '400 invalid_status'],
		['PUT', '/offer_0', {}, '404 not_found'],
		['GET', '/offer_0', undefined, '404 not_found'],
		['DELETE', '/offer_0', undefined, '404 not_found'],
	])('%s /offers%s %j gives %s', async (method, route, body, refusal) => {
		expect(await client.refusal(method, `/offers${route}`, body)).toBe(refusal);
	});
});
