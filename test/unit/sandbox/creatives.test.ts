import { useSandbox } from './bench';
import type { Client } from './client';

const SAMPLER = '66b0c4d2e19a3f7708d5b1a4';
const link = (n: number, more: object = {}) => ({
	key: `link${n}`,
	offer_id: 'offer_123',
	...more,
});
const creative = { name: 'Tin', message: 'The tin is out {{link1}}', offer_links: [link(1)] };
const LONG = `${'x'.repeat(1_600)}{{link1}}`;

describe('creatives', () => {
	let client: Client;
	useSandbox({ timeScale: 0.001 }, (bench) => ({ client } = bench));
	const ids = async (query = '') =>
		((await client.ok('GET', `/creatives${query}`)).creatives as Array<{ id: number }>).map(
			({ id }) => id,
		);
	const create = async (body: object) =>
		(await client.ok('POST', '/creatives', body)).creative as Record<string, unknown>;

	it('has two from the start', async () => {
		expect(await ids()).toEqual([318, 319]);
		expect(await client.ok('GET', '/creatives/318')).toMatchObject({
			name: 'Sampler invite',
			offers: [SAMPLER],
			character_count: 124,
			segment_count: 1,
		});
		expect(await client.ok('GET', '/creatives/319')).toMatchObject({ segment_count: 2 });
	});

	it('creates with defaults, wrapped', async () => {
		expect(await create(creative)).toMatchObject({
			...creative,
			offer_links: [{ key: 'link1', offer_id: 'offer_123', url: null, url_params: {} }],
			offers: ['offer_123'],
			status: 'active',
			creative_type: 'automated',
		});
	});

	it.each([
		[15, 1, 72, 1],
		[103, 1, 160, 1],
		[104, 1, 161, 2],
		[249, 1, 306, 2],
		[250, 1, 307, 3],
		[80, 2, 160, 1],
	])(
		'%i characters and %i links count as %i characters in %i segments',
		async (text, links, characters, segments) => {
			const keys = Array.from({ length: links }, (_, n) => n + 1);
			const made = await create({
				name: 'Counted',
				message: 'x'.repeat(text) + keys.map((n) => `{{link${n}}}`).join(''),
				offer_links: keys.map((n) => link(n)),
			});
			expect([made.character_count, made.segment_count]).toEqual([characters, segments]);
		},
	);

	it('counts anew when the message changes, and answers flat', async () => {
		const changed = await client.ok('PUT', '/creatives/318', {
			message: '{{link1}} {{link2}}',
			offer_links: [link(1), link(2, { url: 'https://example.com', url_params: { a: 1 } })],
		});
		expect(changed).toMatchObject({
			id: 318,
			name: 'Sampler invite',
			offers: ['offer_123'],
			character_count: 81,
		});
		expect(await client.ok('GET', '/creatives/318')).toEqual(changed);
	});

	it('lists active ones, others when asked, and by type', async () => {
		await client.ok('PUT', '/creatives/318', { status: 'paused' });
		expect(await ids()).toEqual([319]);
		expect(await ids('?status=paused')).toEqual([318]);
		expect(await ids('?creative_type=one_time')).toEqual([]);
		expect(await ids('?creative_type=welcome')).toEqual([319]);
		await client.ok('DELETE', '/creatives/319');
		expect(await ids()).toEqual([]);
		expect(await ids('?status=archived')).toEqual([319]);
		expect(await client.ok('GET', '/creatives/319')).toMatchObject({ status: 'archived' });
	});

	it.each([
		['POST', '', { ...creative, name: undefined }, '400 missing_name'],
		['POST', '', { ...creative, message: undefined }, '400 missing_message'],
		['POST', '', { ...creative, message: '' }, '400 missing_message'],
		['POST', '', { ...creative, offer_links: undefined }, '400 missing_offer_links'],
		['POST', '', { ...creative, offer_links: [] }, '400 missing_offer_links'],
		['POST', '', { ...creative, name: 'x'.repeat(256) }, '400 name_too_long'],
		['POST', '', { ...creative, message: LONG }, '400 message_too_long'],
		['POST', '', { ...creative, status: 'archived' }, '400 invalid_status'],
		['POST', '', { ...creative, creative_type: 'x' }, '400 invalid_creative_type'],
		['POST', '', { ...creative, message: 'No link' }, '400 missing_link_placeholder'],
		[
			'POST',
			'',
			{ ...creative, message: '{{link1}} {{link2}}' },
			'400 missing_offer_links_for_placeholders',
		],
		[
			'POST',
			'',
			{ ...creative, offer_links: [{ offer_id: SAMPLER }] },
			'400 missing_offer_link_key',
		],
		[
			'POST',
			'',
			{ ...creative, offer_links: [{ key: 'link1' }] },
			'400 missing_offer_link_offer_id',
		],
		['POST', '', { ...creative, offer_links: [link(1, { offer_id: 'x' })] }, '400 offer_not_found'],
		['PUT', '/318', { name: 'x'.repeat(256) }, '400 name_too_long'],
		['PUT', '/318', { message: LONG }, '400 message_too_long'],
		['PUT', '/318', { status: 'gone' }, '400 invalid_status'],
		['PUT', '/318', { creative_type: 'x' }, '400 invalid_creative_type'],
		['PUT', '/318', { message: 'No link' }, '400 missing_link_placeholder'],
		['PUT', '/318', { message: '{{link2}}' }, '400 missing_offer_links_for_placeholders'],
		['PUT', '/318', { offer_links: [] }, '400 missing_offer_links_for_placeholders'],
		['PUT', '/318', { offer_links: [{ offer_id: SAMPLER }] }, '400 missing_offer_link_key'],
		['PUT', '/318', { offer_links: [{ key: 'link1' }] }, '400 missing_offer_link_offer_id'],
		['PUT', '/318', { offer_links: [link(1, { offer_id: 'x' })] }, '400 offer_not_found'],
		['PUT', '/1', {}, '404 not_found'],
		['GET', '/1', undefined, '404 not_found'],
		['GET', '/first', undefined, '404 not_found'],
		['DELETE', '/1', undefined, '404 not_found'],
	])('%s /creatives%s %j gives %s', async (method, route, body, refusal) => {
		expect(await client.refusal(method, `/creatives${route}`, body)).toBe(refusal);
	});
});
