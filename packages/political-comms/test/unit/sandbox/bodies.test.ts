import type { Sandbox } from '../../../sandbox';
import { useBench } from './bench';
import type { Client } from './client';

const PROJECT = {
	organization_id: 'org_7QK2',
	brand_id: 'brd_3M8D',
	campaign_id: 'cmp_9T4X',
	phone_number_ids: ['num_5W1C'],
	name: 'Canvass',
	protocol: 'sms',
	message_text: 'Hello',
};
const LINK = {
	link_tracking_enabled: true,
	link_tracking_domain_id: 'tdm_1A2B',
	link_tracking_destination_url: 'https://example.org',
};

describe('bodies and queries', () => {
	let sandbox: Sandbox;
	let client: Client;
	useBench({ checkContract: false }, (bench) => ({ sandbox, client } = bench));

	it.each([
		['an unknown property', { ...PROJECT, send_at: '2026-10-20' }, ['send_at']],
		['no name', { ...PROJECT, name: undefined }, ['name']],
		['an unknown protocol', { ...PROJECT, protocol: 'rcs' }, ['protocol']],
		['no numbers', { ...PROJECT, phone_number_ids: [] }, ['phone_number_ids']],
		[
			'fifty numbers',
			{ ...PROJECT, phone_number_ids: Array(50).fill('num_5W1C') },
			['phone_number_ids'],
		],
		['an empty array of lists', { ...PROJECT, contact_list_ids: [] }, ['contact_list_ids']],
		['an unknown list', { ...PROJECT, contact_list_ids: ['lst_none'] }, ['contact_list_ids']],
		[
			'a list for suppression that is none',
			{ ...PROJECT, suppression_list_ids: ['x'] },
			['suppression_list_ids'],
		],
		['no brand for 10DLC', { ...PROJECT, brand_id: undefined }, ['brand_id']],
		['a brand of another organization', { ...PROJECT, brand_id: 'brd_5P0F' }, ['brand_id']],
		['a campaign of another brand', { ...PROJECT, campaign_id: 'cmp_0U5Y' }, ['campaign_id']],
		[
			'a number of another campaign',
			{ ...PROJECT, phone_number_ids: ['num_8Z4F'] },
			['phone_number_ids'],
		],
		['a file with SMS', { ...PROJECT, media_ids: ['med_none'] }, ['media_ids']],
		[
			'a file that is none',
			{ ...PROJECT, protocol: 'mms', media_ids: ['med_none'] },
			['media_ids'],
		],
		[
			'a link without a domain',
			{ ...PROJECT, ...LINK, link_tracking_domain_id: undefined },
			['link_tracking_domain_id'],
		],
		[
			'an unknown domain',
			{ ...PROJECT, ...LINK, link_tracking_domain_id: 'tdm_none' },
			['link_tracking_domain_id'],
		],
	])('refuses a project with %s, and names the field', async (_, body, path) => {
		const { status, body: refused } = await client.call('POST', '/projects', { body });
		expect(status).toBe(400);
		expect(refused).toMatchObject({ code: 'VALIDATION_ERROR' });
		expect(
			(refused.details as Array<{ path: string[] }>).map((issue) => issue.path),
		).toContainEqual(path);
		expect(sandbox.effects()).toEqual([]);
	});

	it.each([
		['brand and verification', { ...PROJECT, toll_free_verification_id: 'tfv_2K7J' }],
		[
			'a toll-free project with a brand',
			{ ...PROJECT, channel: 'toll-free', toll_free_verification_id: 'tfv_2K7J' },
		],
		[
			'a verification that is not verified',
			{
				...PROJECT,
				brand_id: undefined,
				campaign_id: undefined,
				channel: 'toll-free',
				toll_free_verification_id: 'tfv_3L8K',
				phone_number_ids: ['num_6X2D'],
			},
		],
	])('refuses %s', async (_, body) => {
		expect(await client.refusal('POST', '/projects', body)).toBe('400 VALIDATION_ERROR');
	});

	it('takes toll-free with a number that a parent shares', async () => {
		const body = {
			...PROJECT,
			brand_id: undefined,
			campaign_id: undefined,
			channel: 'toll-free',
			toll_free_verification_id: 'tfv_2K7J',
			phone_number_ids: ['num_6X2D', 'num_1C7J'],
		};
		expect(await client.good('POST', '/projects', body)).toMatchObject({ channel: 'toll-free' });
	});

	it.each([
		['names another field', { link_tracking_destination_url: 'https://example.org/{zip}' }],
		[
			'names a field that the project has not',
			{
				link_tracking_param_field: 'precinct',
				link_tracking_destination_url: 'https://example.org/{zip}',
			},
		],
		[
			'is all of the address, without a fallback',
			{ link_tracking_param_field: 'page', link_tracking_destination_url: 'https://{page}' },
		],
		[
			'is the phone as an address',
			{
				link_tracking_param_field: 'phone',
				link_tracking_destination_url: 'https://{phone}',
				link_tracking_fallback_url: 'https://example.org',
			},
		],
		['has a fallback without need', { link_tracking_fallback_url: 'https://example.org' }],
	])('refuses a link whose placeholder %s', async (_, link) => {
		expect(await client.refusal('POST', '/projects', { ...PROJECT, ...LINK, ...link })).toBe(
			'400 INVALID_LINK_PLACEHOLDER',
		);
	});

	it.each([
		['POST', '/contact-lists/import', { source_url: 'x', list_name: 'L' }],
		[
			'POST',
			'/contact-lists/import',
			{ source_url: 'ftp://example.org/a.csv', list_name: 'L', phone_column: 'P' },
		],
		[
			'POST',
			'/contact-lists/import',
			{ source_url: 'http://example.org/a.csv', list_name: 'L', phone_column: 'P' },
		],
		['POST', '/media', { source_url: 'http://example.org/a.jpg' }],
		[
			'POST',
			'/media',
			{ source_url: 'https://example.org/a.jpg', usage: 'email_asset', brand_id: 'brd_3M8D' },
		],
		['POST', '/projects', '{"name": '],
		['GET', '/toll-free-verifications?status=verified', undefined],
		['GET', '/conversations?limit=201', undefined],
		['GET', '/messages/stats?startDate=2026-10-01', undefined],
	])('refuses %s %s %j', async (method, route, body) => {
		expect(await client.refusal(method, route, body)).toBe('400 VALIDATION_ERROR');
	});

	it.each(['/media', '/contact-lists/import'])(
		'refuses a brand of another organization at %s',
		async (route) => {
			const body = {
				source_url: 'https://example.org/a',
				organization_id: 'org_7QK2',
				brand_id: 'brd_5P0F',
				...(route !== '/media' && { list_name: 'L', phone_column: 'P' }),
			};
			expect(await client.refusal('POST', route, body)).toBe('400 BRAND_ORG_MISMATCH');
		},
	);

	it.each([
		['startDate=2026-1-01&endDate=2026-01-31', 'INVALID_DATE_FORMAT'],
		['startDate=2026-02-30&endDate=2026-03-01', 'INVALID_DATE_FORMAT'],
		['startDate=2026-01-01&endDate=2026-02-01', 'RANGE_TOO_LARGE'],
		['startDate=2020-01-01&endDate=2020-01-31', 'RANGE_TOO_OLD'],
		['startDate=2026-01-31&endDate=2026-01-01', 'VALIDATION_ERROR'],
	])('refuses the days %s', async (days, code) => {
		for (const route of ['/projects/stats', '/messages/stats', '/ledger/usage']) {
			expect(await client.refusal('GET', `${route}?${days}`)).toBe(`400 ${code}`);
		}
	});

	it.each([
		['GET', '/campaigns/cmp_2W7A/throughput'],
		['GET', '/toll-free-verifications/tfv_none'],
		['GET', '/contact-lists/lst_none'],
		['GET', '/media/med_none'],
		['GET', '/projects/prj_none'],
		['POST', '/projects/prj_none/copy'],
		['DELETE', '/contact-lists/lst_none'],
		['GET', '/nothing/at/all'],
	])('knows nothing at %s %s', async (method, route) => {
		expect(await client.refusal(method, route)).toBe('404 NOT_FOUND');
	});

	it('lets query parameters pass that it does not know', async () => {
		expect((await client.call('GET', '/brands?colour=red')).status).toBe(200);
	});
});
