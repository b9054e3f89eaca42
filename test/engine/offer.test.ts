import type { INodeParameters } from 'n8n-workflow';

import { Trackly } from '../../nodes/Trackly/Trackly.node';
import { useAccount } from '../kit/account';
import { shown, useNoJitter } from '../kit/operation';
import { editorContext, operationOf, useStub } from './trackly';

const account = useAccount();
useNoJitter();

const offers = (operation: string, parameters = {}) =>
	operationOf(account, { resource: 'offer', operation, ...parameters });
const picked = (value: string) => ({ offerId: { __rl: true, mode: 'id', value } });

/** Rows of keys and texts. */
const metadata = (...pairs: Array<[key: string, value: unknown]>) => ({
	rows: pairs.map(([key, value]) => ({ key, value })) as INodeParameters[],
});

const create = offers('create', {
	name: '={{ $json.name }}',
	trackingUrl: 'https://go.example.net/c?o=77',
});
const get = offers('get', picked('={{ $json.id }}'));
const getAll = offers('getAll', { returnAll: true });
const update = offers('update', picked('={{ $json.id }}'));
const archive = offers('archive', picked('={{ $json.id }}'));

const requests = (operationId: string) => account.sandbox().journal().requests(operationId);

/** Ids of new offers with these names. */
async function offersNamed(...names: string[]): Promise<string[]> {
	const { items } = await create(names.map((name) => ({ name })));
	account.sandbox().journal().clear();
	return items.map(({ json }) => json.id as string);
}

describe('offer: create', () => {
	it('gives the new offer of each item, flat', async () => {
		const { items, error } = await create([{ name: 'Spring sampler' }, { name: 'Teapots' }]);
		expect(error).toBeUndefined();
		const made = { id: expect.any(String), tracking_url: 'https://go.example.net/c?o=77' };
		expect(items).toMatchObject([
			{ json: { ...made, name: 'Spring sampler', status: 'active' }, pairedItem: { item: 0 } },
			{ json: { ...made, name: 'Teapots' }, pairedItem: { item: 1 } },
		]);
		expect(requests('createOffer')[0].body).toEqual({
			name: 'Spring sampler',
			tracking_url: 'https://go.example.net/c?o=77',
		});
	});

	it('passes details on under their API names', async () => {
		await create([{ name: 'Spring sampler' }], {
			parameters: {
				additionalFields: {
					advertiserId: 'adv_12',
					externalId: 77,
					externalPlatform: 'everflow',
					filterBots: true,
					metadata: metadata(['season', 'spring'], [' year ', 2026], ['empty', '']),
					payout: '1.2',
					payoutType: 'cpc',
					status: 'paused',
				},
			},
		});
		expect(requests('createOffer')[0].body).toEqual({
			name: 'Spring sampler',
			tracking_url: 'https://go.example.net/c?o=77',
			advertiser_id: 'adv_12',
			external_id: '77',
			external_platform: 'everflow',
			filter_bots: true,
			metadata: { season: 'spring', year: '2026' },
			payout: 1.2,
			payout_type: 'cpc',
			status: 'paused',
		});
	});

	it.each([
		['no name', { name: '={{ "" }}' }, '"Name" is empty'],
		['a name above 255 characters', { name: 'x'.repeat(256) }, '"Name" may have at most 255'],
		['no address', { trackingUrl: '={{ "" }}' }, '"Tracking URL" is empty'],
		[
			'metadata that is not text',
			{ additionalFields: { metadata: metadata(['season', '={{ { a: 1 } }}']) } },
			'"Value" must be text, but is an object',
		],
		[
			'metadata without a key',
			{ additionalFields: { metadata: metadata(['season', 'spring'], [' ', 'autumn']) } },
			'Metadata: entry 2 has no key',
		],
		[
			'metadata with a key twice',
			{ additionalFields: { metadata: metadata(['season', 'spring'], ['season ', 'autumn']) } },
			'Metadata: entry 2 has the same key as an earlier entry',
		],
	])('refuses %s before any request', async (_, parameters, message) => {
		const { error } = await create([{ name: 'Teapots' }], { parameters });
		expect(shown(error)).toContain(`${message}`);
		expect(error?.description).toEqual(expect.any(String));
		expect(requests('createOffer')).toEqual([]);
	});

	it('is never repeated after a lost answer, which would make two', async () => {
		account.sandbox().addFault({ kind: 'drop_after', operationId: 'createOffer', count: 1 });
		const { error } = await create([{ name: 'Teapots' }]);
		expect(shown(error)).toContain('(outcome_unknown) [item 0]');
		expect(requests('createOffer')).toHaveLength(1);
	});
});

describe('offer: get, update, archive', () => {
	it('gets an offer by its id', async () => {
		const [id] = await offersNamed('Teapots');
		const { items } = await get([{ id: ` ${id} ` }]);
		expect(items).toMatchObject([{ json: { id, name: 'Teapots' }, pairedItem: { item: 0 } }]);
	});

	it('changes only what is given', async () => {
		const [id] = await offersNamed('Teapots');
		const { items, error } = await update([{ id }], {
			parameters: { updateFields: { payout: 1.5, externalPlatform: 'none' } },
		});
		expect(error).toBeUndefined();
		expect(requests('updateOffer').map(({ body }) => body)).toEqual([
			{ payout: 1.5, external_platform: null },
		]);
		expect(items[0].json).toMatchObject({ id, name: 'Teapots', payout: 1.5 });
	});

	it.each([{}, { name: '={{ "" }}' }])('refuses an update without values: %j', async (fields) => {
		const [id] = await offersNamed('Teapots');
		const { error } = await update([{ id }], { parameters: { updateFields: fields } });
		expect(shown(error)).toContain('"Update Fields" is empty [item 0]');
		expect(error?.description).toContain('Add a field to change');
		expect(requests('updateOffer')).toEqual([]);
	});

	it('archives an offer, and brings it back', async () => {
		const [one, two] = await offersNamed('Teapots', 'Cups');
		const archived = await archive([{ id: one }]);
		expect(archived.items).toMatchObject([{ json: { id: one, archived: true } }]);
		const idsNow = async () =>
			(await getAll([{}])).items
				.map(({ json }) => json.id)
				.filter((id) => id === one || id === two);
		expect(await idsNow()).toEqual([two]);
		await update([{ id: one }], { parameters: { updateFields: { status: 'active' } } });
		expect((await idsNow()).sort()).toEqual([one, two].sort());
	});

	it.each(['get', 'update', 'archive'])('%s says so when there is no such offer', async (name) => {
		const { error } = await { get, update, archive }[name]!([{ id: '66b0c4d2e19a3f7708d5b1ff' }], {
			parameters: { updateFields: { name: 'Cups' } },
		});
		expect(shown(error)).toContain('(not_found) [item 0]');
		expect(error?.description).toMatch(/Check the ID/);
	});

	it.each([
		['', 'missing_offer_id', '"Offer" is empty'],
		['66b0 c4d2', 'invalid_offer_id', '"Offer" is not an ID'],
		['..', 'invalid_offer_id', '"Offer" is not an ID'],
	])('refuses the id "%s" before any request', async (id, _, message) => {
		const { error } = await archive([{ id }]);
		expect(shown(error)).toContain(message);
		expect(error?.description).toMatch(/Select the offer/);
		expect(account.sandbox().journal().requests()).toEqual([]);
	});
});

describe('offer: get many', () => {
	it('gets all of them, over as many pages as it takes', async () => {
		const names = Array.from({ length: 230 }, (_, index) => `Offer ${index}`);
		const ids = await offersNamed(...names);
		const { items } = await getAll([{}]);
		const found = items.filter(({ json }) => names.includes(json.name as string));
		expect(found.map(({ json }) => json.id).sort()).toEqual(ids.sort());
		expect(requests('listOffers')).toHaveLength(3);
	});

	it('gets those in one state', async () => {
		const [one] = await offersNamed('Teapots', 'Cups');
		await archive([{ id: one }]);
		const { items } = await getAll([{}], { parameters: { filters: { status: 'archived' } } });
		expect(items.map(({ json }) => json.id)).toEqual([one]);
	});
});

describe('the picker of offers', () => {
	const search = async (filter?: string, token?: string) =>
		await new Trackly().methods.listSearch.searchOffers.call(
			editorContext({ parameters: {}, credential: account.credential() }),
			filter,
			token,
		);

	it('shows them page by page', async () => {
		const ids = await offersNamed(...Array.from({ length: 130 }, (_, index) => `Offer ${index}`));
		const first = await search();
		expect(first.results).toHaveLength(100);
		const second = await search('', first.paginationToken as string);
		expect(second.paginationToken).toBeUndefined();
		const values = [...first.results, ...second.results].map(({ value }) => value);
		expect(values).toEqual([...new Set(values)]);
		expect(values).toEqual(expect.arrayContaining(ids));
	});

	it('finds by a part of the name on any page, and by id', async () => {
		const names = Array.from({ length: 130 }, (_, index) => `Offer ${index}`);
		const ids = await offersNamed(...names);
		for (const name of ['Offer 3', 'Offer 129']) {
			const { results, paginationToken } = await search(` ${name.toUpperCase()} `);
			expect(results.map((entry) => entry.name)).toContain(name);
			expect(paginationToken).toBeUndefined();
		}
		expect((await search(ids[129])).results.map(({ value }) => value)).toEqual([ids[129]]);
		expect((await search('coffee')).results).toEqual([]);
	});

	it.each([
		[{ status: 'paused' }, 'Teapots – paused'],
		[{ payout: 2.1, payoutType: 'cpa' }, 'Teapots – CPA 2.10'],
		[{ payout: 0.35, payoutType: 'cpc', status: 'paused' }, 'Teapots – CPC 0.35, paused'],
	])('names what one pays, and its state unless it is active: %j', async (fields, name) => {
		const [id] = await offersNamed('Teapots');
		await update([{ id }], { parameters: { updateFields: fields } });
		expect((await search()).results).toContainEqual({ name, value: id });
	});
});

describe('an answer that comes wrapped', () => {
	const stub = useStub(() => ({
		json: { success: true, offer: { id: 'offer_123', name: 'Cups' } },
	}));

	it.each(['get', 'update'])('is read as a flat one by %s', async (operation) => {
		const run = operationOf(stub, {
			resource: 'offer',
			operation,
			...picked('offer_123'),
			updateFields: { name: 'Cups' },
		});
		const { items } = await run([{}]);
		expect(items.map(({ json }) => json)).toEqual([{ id: 'offer_123', name: 'Cups' }]);
	});
});
