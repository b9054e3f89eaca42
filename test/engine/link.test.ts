import { list, LIST } from '../kit/account';
import { shown, useNoJitter } from '../kit/operation';
import { operationOf, useStub } from './trackly';

// As in the contract's examples: the two calls write the domain differently.
const stub = useStub(({ path, body }) => ({
	json: path.endsWith('/shorten')
		? {
				shortUrl: 'https://go.example.org/m4Tq0x',
				linkId: 'm4Tq0x',
				destinationUrl: body.url ?? 'https://go.example.net/c?o=77',
				domain: 'go.example.org',
				offerId: body.offerId ?? null,
				filterBots: false,
			}
		: {
				shortUrl: 'https://go.example.org/m4Tq0',
				linkId: 'm4Tq0',
				clickTrackerUrl: 'https://ct.example.org/c/3f0f0a7e',
				destinationUrl: 'https://shop.example.com/in?sub={{sendId}}',
				domain: 'https://go.example.org',
				offerId: body.offerId ?? '66b0c4d2e19a3f7708d5b1f0',
			},
}));
useNoJitter();

const OFFER = '66b0c4d2e19a3f7708d5b1a4';
const paths = () => stub.requests().map(({ method, path }) => `${method} ${path}`);

describe('link: shorten', () => {
	const shorten = operationOf(stub, {
		resource: 'link',
		operation: 'shorten',
		listNumber: list(),
		url: '={{ $json.url }}',
	});

	it('makes one short link for each web address', async () => {
		const { items, error } = await shorten([
			{ url: 'https://example.com/teas/assam' },
			{ url: ' HTTP://example.com/ ' },
		]);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([
			{
				json: {
					short_url: 'https://go.example.org/m4Tq0x',
					destination_url: 'https://example.com/teas/assam',
					domain: 'go.example.org',
				},
				pairedItem: { item: 0 },
			},
			{ pairedItem: { item: 1 } },
		]);
		expect(paths()).toEqual(['POST /api/v2/links/shorten', 'POST /api/v2/links/shorten']);
		expect(stub.bodies()).toEqual([
			{ url: 'https://example.com/teas/assam', phoneNumber: LIST },
			{ url: 'HTTP://example.com/', phoneNumber: LIST },
		]);
	});

	it.each<[value: string | number, listId: number]>([
		['7', 7],
		[' 7 ', 7],
		[7, 7],
	])('may name the list by its ID (%j), and keep metadata', async (value, listId) => {
		const { error } = await shorten([{ url: 'https://example.com/teas' }], {
			parameters: {
				listNumber: { __rl: true, mode: 'id', value },
				additionalFields: { metadata: '{"order":"1187"}' },
			},
		});
		expect(error).toBeUndefined();
		expect(stub.bodies()).toEqual([
			{ url: 'https://example.com/teas', listId, metadata: { order: '1187' } },
		]);
	});

	it('links to an offer for a contact, and then asks for no web address', async () => {
		const { items } = await shorten([{ url: 'https://example.com/unused' }], {
			parameters: {
				linkTo: 'offer',
				offerId: { __rl: true, mode: 'id', value: ` ${OFFER} ` },
				additionalFields: { contactPhone: '(202) 555-0117', defaultCountry: 'US' },
			},
		});
		expect(stub.bodies()).toEqual([
			{ offerId: OFFER, phoneNumber: LIST, contactPhone: '+12025550117' },
		]);
		expect(items[0].json.offer_id).toBe(OFFER);
	});

	it.each([
		['no URL', { url: '={{ "" }}' }, '"URL" is empty', /URL to shorten/],
		['another kind of address', { url: 'ftp://example.com' }, '"URL" must begin with', /https?:/],
		['no offer', { linkTo: 'offer', offerId: '={{ "" }}' }, '"Offer" is empty', /select an offer/],
		[
			'an offer id with a blank in it',
			{ linkTo: 'offer', offerId: { __rl: true, mode: 'id', value: '={{ "offer 123" }}' } },
			'"Offer" is not an ID',
			/Select the offer/,
		],
		['no list', { listNumber: list('={{ "" }}') }, '"Sending List" is empty', /Select the list/],
		[
			'a contact without a country code',
			{ additionalFields: { contactPhone: '2025550117' } },
			'Contact Phone Number: ',
			/country code/,
		],
	])('refuses %s before any request', async (_, parameters, message, advice) => {
		const { error } = await shorten([{ url: 'https://example.com/' }], { parameters });
		expect(shown(error)).toContain(message);
		expect(error?.description).toMatch(advice);
		expect(stub.requests()).toEqual([]);
	});

	it.each([
		[409, 'no_domain_configured', /short-link domain/],
		[404, 'offer_not_found', /Select the offer/],
		[404, 'list_not_found', /Select the list/],
		[403, 'product_not_enabled', /Ask Trackly/],
	])('says what to do about %i %s', async (status, code, advice) => {
		stub.answer(() => ({ status, json: { error: 'Refused', code } }));
		const { error } = await shorten([{ url: 'https://example.com/' }]);
		expect(shown(error)).toContain(`Refused (${code}) [item 0]`);
		expect(error?.description).toMatch(advice);
	});

	it('is never repeated after a lost answer, since every call makes a new link', async () => {
		stub.answer(() => undefined);
		const { error } = await shorten([{ url: 'https://example.com/' }]);
		expect(shown(error)).toContain('(outcome_unknown) [item 0]');
		expect(stub.requests()).toHaveLength(1);
	});
});

describe('link: create', () => {
	const create = operationOf(stub, {
		resource: 'link',
		operation: 'create',
		listNumber: list(),
		offerId: '={{ $json.offer }}',
		externalOfferId: '={{ $json.external }}',
	});

	it('makes a link to a partnership offer, its domain written as by Shorten', async () => {
		const { items, error } = await create([{ offer: '66b0c4d2e19a3f7708d5b1f0' }]);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([
			{
				json: {
					short_url: 'https://go.example.org/m4Tq0',
					click_tracker_url: 'https://ct.example.org/c/3f0f0a7e',
					domain: 'go.example.org',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(paths()).toEqual(['POST /api/v2/links']);
		expect(stub.bodies()).toEqual([{ offerId: '66b0c4d2e19a3f7708d5b1f0', phoneNumber: LIST }]);
	});

	it('names the offer by its id on the affiliate platform, also a number', async () => {
		await create([{ external: 77 }], { parameters: { identifyOfferBy: 'externalOfferId' } });
		expect(stub.bodies()).toEqual([{ externalOfferId: '77', phoneNumber: LIST }]);
	});

	it.each([
		['offerId', {}, '"Offer ID" is empty'],
		['externalOfferId', {}, '"External Offer ID" is empty'],
		['offerId', { offer: 'offer 123' }, '"Offer ID" is not an ID'],
		['externalOfferId', { external: '7 7' }, '"External Offer ID" is not an ID'],
	])('refuses what is no id (%s %j) before any request', async (by, item, message) => {
		const { error } = await create([item as never], { parameters: { identifyOfferBy: by } });
		expect(shown(error)).toContain(message);
		expect(error?.description).toEqual(expect.any(String));
		expect(stub.requests()).toEqual([]);
	});
});
