import type { Sandbox } from '../../../sandbox/trackly';
import { useSandbox } from './bench';
import { CLUB, type Client, PAUSED } from './client';

const SAMPLER = '66b0c4d2e19a3f7708d5b1a4';
const NOOR = '+12025550111';
const URL = 'https://example.com/teas';

describe('links', () => {
	let sandbox: Sandbox;
	let client: Client;
	useSandbox({ timeScale: 0.001 }, (bench) => ({ sandbox, client } = bench));
	const shorten = async (body: object) => await client.ok('POST', '/links/shorten', body);

	it('shortens a URL, anew each time', async () => {
		const first = await shorten({ url: URL, listId: 7 });
		expect(first).toEqual({
			shortUrl: `https://go.harbortea.example/${String(first.linkId)}`,
			linkId: expect.any(String),
			destinationUrl: URL,
			domain: 'go.harbortea.example',
			offerId: null,
			filterBots: false,
		});
		expect((await shorten({ url: URL, listId: 7 })).linkId).not.toBe(first.linkId);
		expect(sandbox.links()).toHaveLength(2);
	});

	it('prefers the offer to the URL and fills its macros for a contact', async () => {
		const offerId = 'offer_123';
		const link = await shorten({ url: URL, offerId, phoneNumber: CLUB, contactPhone: NOOR });
		expect(link).toMatchObject({
			destinationUrl: 'https://go.example.net/c?o=77&name=Noor',
			offerId,
			filterBots: true,
		});
	});

	it('tracks an offer by its id or by the id on the affiliate platform', async () => {
		const byId = await client.ok('POST', '/links', { offerId: SAMPLER, listId: 8 });
		expect(byId).toMatchObject({ offerId: SAMPLER, domain: 'https://go.harbortea.example' });
		const body = { externalOfferId: '77', phoneNumber: CLUB };
		expect(await client.ok('POST', '/links', body)).toMatchObject({
			offerId: 'offer_123',
			destinationUrl: 'https://go.example.net/c?o=77&name={{first_name}}',
		});
	});

	it('counts clicks for the link and for its contact', async () => {
		const { linkId } = await shorten({ url: URL, phoneNumber: CLUB, contactPhone: NOOR });
		sandbox.click(String(linkId));
		const route = `${sandbox.url}/_sandbox/links`;
		const clicked = await fetch(`${route}/${String(linkId)}/clicks`, { method: 'POST' });
		expect(await clicked.json()).toMatchObject({ id: linkId, clicks: 2 });
		expect(await (await fetch(route)).json()).toMatchObject({ links: [{ clicks: 2 }] });
		const contact = await client.ok('GET', `/contacts/${encodeURIComponent(NOOR)}`);
		expect(contact.lists).toMatchObject([{ click_count: 2 }, { click_count: 0 }]);
		expect(() => sandbox.click('none')).toThrow('no link');
	});

	it('needs the products of the account', async () => {
		sandbox.setSwitches({ offerManagement: false, sms: false });
		const tracked = { offerId: SAMPLER, listId: 7 };
		expect(await client.refusal('POST', '/links', tracked)).toBe('403 product_not_enabled');
		const short = { url: URL, listId: 7 };
		expect(await client.refusal('POST', '/links/shorten', short)).toBe('403 product_not_enabled');
	});

	it('needs an active offer', async () => {
		await client.ok('PUT', '/offers/offer_123', { status: 'paused' });
		const body = { offerId: 'offer_123', listId: 7 };
		expect(await client.refusal('POST', '/links', body)).toBe('404 offer_not_found');
		expect(await client.refusal('POST', '/links/shorten', body)).toBe('404 offer_not_found');
	});

	it.each([
		['', { offerId: SAMPLER }, '400 missing_list_identifier'],
		['', { offerId: SAMPLER, phoneNumber: '5' }, '400 invalid_phone'],
		['', { offerId: 'none', listId: 7 }, '404 offer_not_found'],
		['', { externalOfferId: '78', listId: 7 }, '404 offer_not_found'],
		['', { offerId: SAMPLER, listId: 99 }, '404 list_not_found'],
		['', { offerId: SAMPLER, phoneNumber: PAUSED }, '409 no_domain_configured'],
		['/shorten', {}, '400 missing_url_or_offer'],
		['/shorten', { listId: 7 }, '400 missing_url_or_offer'],
		['/shorten', { url: URL }, '400 missing_list_identifier'],
		['/shorten', { url: 'ftp://example.com', listId: 7 }, '400 invalid_url'],
		['/shorten', { url: URL, phoneNumber: '5' }, '400 invalid_phone'],
		['/shorten', { offerId: 'none', listId: 7 }, '404 offer_not_found'],
		['/shorten', { url: URL, phoneNumber: '+18005550100' }, '404 list_not_found'],
		['/shorten', { url: URL, listId: 9 }, '409 no_domain_configured'],
	])('POST /links%s %j gives %s', async (route, body, refusal) => {
		expect(await client.refusal('POST', `/links${route}`, body)).toBe(refusal);
	});
});
