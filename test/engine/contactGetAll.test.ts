import { fillList, list, LIST, phoneNumbers, useAccount } from '../kit/account';
import { shown, useNoJitter } from '../kit/operation';
import { operationOf } from './trackly';

const VIP = '+18005550177';
const account = useAccount();
useNoJitter();

const getAll = operationOf(account, {
	resource: 'contact',
	operation: 'getAll',
	returnAll: true,
});

const requests = () => account.sandbox().journal().requests('listContacts');
const queries = () =>
	requests().map(({ path }) =>
		Object.fromEntries(new URL(path, 'http://localhost').searchParams.entries()),
	);

const START = Date.parse('2026-01-01T00:00:00Z');
/** The first signed up last, so that the API gives them in this order. */
const contacts = (count: number) =>
	phoneNumbers(count).map((phone_number, index) => ({
		phone_number,
		signup_date: new Date(START - index * 60_000).toISOString(),
	}));

/** Keeps the faults that are added next away from the first requests. */
function letThrough(count: number): void {
	if (count === 0) return;
	account.sandbox().addFault({ kind: 'latency', latencyMs: 1, operationId: 'listContacts', count });
}

describe('contact: get many', () => {
	it('returns all contacts over several pages, each once, in the order of the API', async () => {
		await fillList(account, contacts(2_300));
		const { items, error } = await getAll([{}]);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.phone_number)).toEqual(phoneNumbers(2_300));
		expect(queries().map(({ page }) => page)).toEqual(expect.arrayContaining(['1', '2', '3']));
		expect(requests()).toHaveLength(3);
	});

	it('asks for no page beyond the limit', async () => {
		await fillList(account, contacts(2_300));
		const { items } = await getAll([{}], { parameters: { returnAll: false, limit: 1_200 } });
		expect(items.map(({ json }) => json.phone_number)).toEqual(phoneNumbers(1_200));
		expect(requests()).toHaveLength(2);
	});

	it('asks for no more rows than a small limit', async () => {
		await fillList(account, contacts(20));
		const { items } = await getAll([{}], { parameters: { returnAll: false, limit: 7 } });
		expect(items.map(({ json }) => json.phone_number)).toEqual(phoneNumbers(7));
		expect(queries()).toEqual([{ page: '1', per_page: '7' }]);
	});

	it('filters by list and by subscription', async () => {
		const [one, two, three] = phoneNumbers(3);
		await fillList(account, [{ phone_number: one }, { phone_number: two }]);
		await fillList(account, [{ phone_number: one }, { phone_number: three }], VIP);
		account.sandbox().answer(two, LIST, 'STOP');
		const rows = async (filters: Record<string, unknown>) =>
			(await getAll([{}], { parameters: { filters: filters as never } })).items
				.map(({ json }) => `${json.phone_number} ${json.list_number}`)
				.sort();

		expect(await rows({})).toHaveLength(4);
		expect(await rows({ listNumber: list() })).toEqual([`${one} ${LIST}`, `${two} ${LIST}`]);
		expect(await rows({ listNumber: list(), active: 'true' })).toEqual([`${one} ${LIST}`]);
		expect(await rows({ active: 'false' })).toEqual([`${two} ${LIST}`]);
		expect(await rows({ listNumber: list(VIP), active: 'false' })).toEqual([]);
	});

	it('gives nothing, and no error, when there are no contacts', async () => {
		const { items, error, hints } = await getAll([{}]);
		expect(error).toBeUndefined();
		expect([items, hints]).toEqual([[], []]);
	});

	it.each([0, -1, 1.5, 'many', ''])('refuses the limit "%s" before any request', async (limit) => {
		const { error } = await getAll([{ limit }], {
			parameters: { returnAll: false, limit: '={{ $json.limit }}' },
		});
		expect(shown(error)).toMatch(/^"Limit" must be .* \[item 0\]$/m);
		expect(requests()).toEqual([]);
	});

	it('pairs the rows of each input item with that item', async () => {
		const [one, two, three] = phoneNumbers(3);
		await fillList(account, [{ phone_number: one }, { phone_number: two }]);
		await fillList(account, [{ phone_number: three }], VIP);
		const { items } = await getAll([{ from: VIP }, { from: LIST }], {
			parameters: { filters: { listNumber: list('={{ $json.from }}') } },
		});
		expect(items.map(({ json, pairedItem }) => [json.list_number, pairedItem])).toEqual([
			[VIP, { item: 0 }],
			[LIST, { item: 1 }],
			[LIST, { item: 1 }],
		]);
	});

	it('goes on with the next item behind one that failed', async () => {
		await fillList(account, contacts(1));
		const { items } = await getAll([{ from: '1800' }, { from: LIST }], {
			parameters: { filters: { listNumber: list('={{ $json.from }}') } },
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items).toMatchObject([
			{ json: { status: 'rejected', code: 'invalid_list_number' }, pairedItem: { item: 0 } },
			{ json: { list_number: LIST }, pairedItem: { item: 1 } },
		]);
	});

	it.each([
		['the first', 0],
		['a later', 1],
	])('repeats %s page after 503 and misses nothing', async (_, pagesBefore) => {
		await fillList(account, contacts(2_300));
		letThrough(pagesBefore);
		account
			.sandbox()
			.addFault({ kind: 'status', status: 503, operationId: 'listContacts', count: 1 });
		const { items } = await getAll([{}]);
		expect(items.map(({ json }) => json.phone_number)).toEqual(phoneNumbers(2_300));
		expect(requests().filter(({ status }) => status === 503)).toHaveLength(1);
		expect(requests()).toHaveLength(4);
	});

	it('asks for no further page once one has failed', async () => {
		await fillList(account, contacts(9_100));
		const { addFault } = account.sandbox();
		const operationId = 'listContacts';
		letThrough(1);
		addFault({ kind: 'status', status: 400, operationId, count: 1 });
		addFault({ kind: 'latency', latencyMs: 100, operationId });
		const { error } = await getAll([{}]);
		expect(error).toBeDefined();
		// Answered no sooner than what was asked for before it.
		await getAll([{}], { parameters: { returnAll: false, limit: 1 } });
		const pages = queries().filter(({ per_page }) => per_page === '1000');
		expect(pages.map(({ page }) => page)).not.toContain('10');
	});

	it('gives no half result when a page stays missing', async () => {
		await fillList(account, contacts(1_500));
		letThrough(1);
		account.sandbox().addFault({ kind: 'status', status: 500, operationId: 'listContacts' });
		const { items, error } = await getAll([{}]);
		expect(items).toEqual([]);
		expect(shown(error)).toMatch(/\(\w+\) \[item 0\]/);
		expect(requests()).toHaveLength(6);
	});
});
