import { useAccount } from '../kit/account';
import { shown } from '../kit/operation';
import { operationOf } from './trackly';

const account = useAccount({ seedContacts: true });

const get = operationOf(account, {
	resource: 'list',
	operation: 'get',
	listId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
});
const getAll = operationOf(account, { resource: 'list', operation: 'getAll', returnAll: true });

const requests = () => account.sandbox().journal().requests();

describe('list: get', () => {
	it.each([7, '7', ' 7 '])('gives the list with ID "%s"', async (id) => {
		const { items, error } = await get([{ id }]);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([
			{
				json: {
					id: 7,
					phone_number: '+18005550142',
					list_name: 'Harbor Tea Club',
					contact_count: 3,
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('takes the list picked from the dropdown', async () => {
		const { items } = await get([{}], {
			parameters: { listId: { __rl: true, mode: 'list', value: '8' } },
		});
		expect(items[0].json.id).toBe(8);
	});

	it('says what to do when there is no such list', async () => {
		const { error } = await get([{ id: 99 }]);
		expect(shown(error)).toContain('(not_found) [item 0]');
		expect(error?.description).toMatch(/^Check the ID/);
	});

	it.each([
		['', '"Sending List" is empty (its expression returned nothing) [item 0]'],
		['club', '"Sending List" must be the ID of a list, which is a whole number [item 0]'],
		['../contacts', '"Sending List" must be the ID of a list, which is a whole number [item 0]'],
	])('refuses the ID "%s" before any request, with what to do', async (id, message) => {
		const { error } = await get([{ id }]);
		expect(shown(error)).toContain(message);
		expect(error?.description).toEqual(expect.any(String));
		expect(requests()).toEqual([]);
	});
});

describe('list: get many', () => {
	it.each([
		[{}, [7, 8, 9]],
		[{ status: 'active' }, [7, 8]],
		[{ status: 'paused' }, [9]],
		[{ status: 'deleted' }, []],
	])('with filter %j gives the lists %j', async (filters, ids) => {
		const { items, error } = await getAll([{}], { parameters: { filters } });
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.id)).toEqual(ids);
		expect(requests()).toHaveLength(1);
	});

	it('gives no more lists than the limit', async () => {
		const { items } = await getAll([{}], { parameters: { returnAll: false, limit: 2 } });
		expect(items.map(({ json }) => json.id)).toEqual([7, 8]);
	});
});
