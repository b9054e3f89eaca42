import { simple } from '../../nodes/Trackly/api/simple';
import { operationOf, useStub } from './trackly';

const offer = {
	id: 'offer_123',
	...Object.fromEntries(simple.offer.slice(1).map((name) => [name, null])),
	slug: 'ofr_1',
	filter_bots: true,
	brand_new: 1,
};
const account = useStub(({ path }) => ({
	json: path.includes('/offers/')
		? { success: true, offer }
		: { offers: [offer, { id: 'offer_124', name: 'Cups' }], pagination: { total: 2 } },
}));

const get = operationOf(account, {
	resource: 'offer',
	operation: 'get',
	offerId: { __rl: true, mode: 'id', value: 'offer_123' },
});
const getAll = operationOf(account, { resource: 'offer', operation: 'getAll', returnAll: true });

describe('Simplify', () => {
	it('is on from the start, and keeps the fields that are there', async () => {
		const { items } = await getAll([{}]);
		expect(items.map(({ json }) => Object.keys(json))).toEqual([simple.offer, ['id', 'name']]);
		expect(Object.keys((await get([{}])).items[0].json)).toEqual(simple.offer);
	});

	it.each(['get', 'getAll'])('when off, %s gives all that Trackly gave', async (operation) => {
		const run = { get, getAll }[operation]!;
		const { items } = await run([{}], { parameters: { simplify: false } });
		expect(items[0].json).toEqual(offer);
	});

	it('can be set for each item', async () => {
		const { items } = await get([{ plain: true }, { plain: false }], {
			parameters: { simplify: '={{ $json.plain }}' },
		});
		expect(items.map(({ json }) => 'slug' in json)).toEqual([false, true]);
	});
});
