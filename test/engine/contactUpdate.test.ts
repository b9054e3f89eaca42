import { fillList, list, LIST, phoneNumbers, useAccount } from '../kit/account';
import { shown, useNoJitter } from '../kit/operation';
import { operationOf } from './trackly';

const account = useAccount();
useNoJitter();

const [member, other, stranger] = phoneNumbers(3);
beforeEach(async () => {
	await fillList(account, [
		{ phone_number: member, custom_fields: { tier: 'silver', points: 240 } },
		{ phone_number: other },
	]);
});

const assignments = (fields: Record<string, string>) => ({
	assignments: Object.entries(fields).map(([name, value]) => ({
		id: name,
		name,
		type: 'string',
		value,
	})),
});

const update = operationOf(account, {
	resource: 'contact',
	operation: 'update',
	listNumber: list(),
	phoneNumber: '={{ $json.phone }}',
	customFields: assignments({ tier: '={{ $json.tier }}' }),
});

const requests = () => account.sandbox().journal().requests('updateContact');

describe('contact: update', () => {
	it('merges into what is stored, and gives the whole back', async () => {
		const { items, error } = await update([{ phone: member, tier: 'gold' }]);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([
			{
				json: {
					phone_number: member,
					list_number: LIST,
					list_contact_id: expect.any(String),
					custom_fields: { tier: 'gold', points: 240 },
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(requests().map(({ body }) => body)).toEqual([
			{
				phone_number: member,
				list_number: LIST,
				custom_fields: { tier: 'gold' },
				merge_fields: true,
			},
		]);
	});

	it('removes what is not given in the mode Replace', async () => {
		const { items } = await update([{ phone: member, tier: 'gold' }], {
			parameters: { mode: 'replace' },
		});
		expect(items[0].json.custom_fields).toEqual({ tier: 'gold' });
		expect(requests()[0].body).toMatchObject({ merge_fields: false });
	});

	it('empties a field on purpose beside others; an expression that finds nothing empties none', async () => {
		const customFields = assignments({ tier: '', city: 'Reno', points: '={{ $json.missing }}' });
		await update([{ phone: member }], { parameters: { customFields } });
		await update([{ phone: member }], { parameters: { customFields, mode: 'replace' } });
		const contact = { phone_number: member, list_number: LIST };
		expect(requests().map(({ body }) => body)).toEqual([
			{ ...contact, custom_fields: { tier: '', city: 'Reno' }, merge_fields: true },
			{ ...contact, custom_fields: { city: 'Reno' }, merge_fields: false },
		]);
	});

	it.each(['merge', 'replace'])(
		'sends nothing when no field has a value (%s): an empty item wipes nobody',
		async (mode) => {
			const { error } = await update([{ phone: member, tier: '' }], { parameters: { mode } });
			expect(shown(error)).toContain('"Custom Fields" is empty [item 0]');
			expect(error?.description).toContain('Add at least one custom field');
			expect(requests()).toEqual([]);
		},
	);

	it.each([
		['contact_not_found', stranger, LIST, /Create the contact first/],
		['list_contact_not_found', member, '+18005550177', /Add the contact to this list first/],
		['list_not_found', member, '+18005550199', /one of your sending lists/],
	])('says what to do about %s', async (code, phone, number, advice) => {
		const { error } = await update([{ phone, tier: 'gold' }], {
			parameters: { listNumber: list(number) },
		});
		expect(shown(error)).toContain(`(${code}) [item 0]`);
		expect(error?.description).toMatch(advice);
	});

	it('takes national numbers with a default country', async () => {
		const { error } = await update([{ phone: member.slice(2), tier: 'gold' }], {
			parameters: { options: { defaultCountry: 'US' } },
		});
		expect(error).toBeUndefined();
		expect(requests()[0].body).toMatchObject({ phone_number: member });
	});

	it('is repeated after a lost answer, which can do no harm', async () => {
		account.sandbox().addFault({ kind: 'drop_after', operationId: 'updateContact', count: 1 });
		const { error } = await update([
			{ phone: member, tier: 'gold' },
			{ phone: other, tier: 'gold' },
		]);
		expect(error).toBeUndefined();
		expect(requests()).toHaveLength(3);
	});
});

describe('contact: unsubscribe', () => {
	const unsubscribe = operationOf(account, {
		resource: 'contact',
		operation: 'unsubscribe',
		listNumber: list(),
		phoneNumber: '={{ $json.phone }}',
	});
	const deletions = () => account.sandbox().journal().requests('unsubscribeContact');

	it('says of each contact whether there was a subscription to end', async () => {
		const { items, error } = await unsubscribe([
			{ phone: member },
			{ phone: stranger },
			{ phone: member },
		]);
		expect(error).toBeUndefined();
		const nothingToDo = { reason: 'not_subscribed', message: expect.any(String) };
		expect(items.map(({ json }) => json)).toEqual([
			{ phone_number: member, list_number: LIST, unsubscribed: true },
			{ phone_number: stranger, list_number: LIST, unsubscribed: false, ...nothingToDo },
			{ phone_number: member, list_number: LIST, unsubscribed: false, ...nothingToDo },
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	it('sends a body although the method is DELETE', async () => {
		await unsubscribe([{ phone: member }]);
		expect(deletions()).toMatchObject([
			{ method: 'DELETE', body: { phone_number: member, list_number: LIST } },
		]);
	});

	it('leaves a contact subscribed to every other list', async () => {
		await fillList(account, [{ phone_number: member }], '+18005550177');
		await unsubscribe([{ phone: member }]);
		const { items } = await operationOf(account, {
			resource: 'contact',
			operation: 'get',
			phoneNumber: member,
		})([{}]);
		expect(items[0].json.lists).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ list_number: LIST, active: false }),
				expect.objectContaining({ list_number: '+18005550177', active: true }),
			]),
		);
	});

	it('refuses a number that is none before any request', async () => {
		const { error } = await unsubscribe([{ phone: member }, { phone: 'nobody' }]);
		expect(shown(error)).toContain('"nobody" is not a phone number [item 1]');
		expect(deletions()).toEqual([]);
	});

	it('is repeated after a lost answer, which can do no harm', async () => {
		account.sandbox().addFault({ kind: 'drop_after', operationId: 'unsubscribeContact', count: 1 });
		const { error } = await unsubscribe([{ phone: member }]);
		expect(error).toBeUndefined();
		expect(deletions()).toHaveLength(2);
	});
});

describe('contact: unsubscribe from every list', () => {
	const unsubscribe = operationOf(account, {
		resource: 'contact',
		operation: 'unsubscribe',
		from: 'everyList',
		phoneNumber: '={{ $json.phone }}',
	});
	const SECOND_LIST = '+18005550177';
	const deletions = () => account.sandbox().journal().requests('unsubscribeContact');
	beforeEach(async () => {
		await fillList(account, [{ phone_number: member }], SECOND_LIST);
	});

	it('makes one call for each list that the contact is subscribed to', async () => {
		const { items, error } = await unsubscribe([{ phone: member }, { phone: other }]);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json)).toEqual([
			{
				phone_number: member,
				list_numbers: expect.arrayContaining([LIST, SECOND_LIST]),
				unsubscribed: true,
			},
			{ phone_number: other, list_numbers: [LIST], unsubscribed: true },
		]);
		expect(deletions()).toHaveLength(3);
	});

	it('has nothing to do for a contact that has left all lists', async () => {
		await unsubscribe([{ phone: member }]);
		const { items } = await unsubscribe([{ phone: member }]);
		expect(items[0].json).toMatchObject({ list_numbers: [] });
		expect(deletions()).toHaveLength(2);
	});

	it('says which lists were done when it fails half-way', async () => {
		account
			.sandbox()
			.addFault({ kind: 'latency', latencyMs: 0, operationId: 'unsubscribeContact', count: 1 });
		account
			.sandbox()
			.addFault({ kind: 'status', status: 400, operationId: 'unsubscribeContact', count: 1 });
		const settings = { onError: 'continueRegularOutput' } as const;
		const { items } = await unsubscribe([{ phone: member }], { settings });
		expect(items[0].json).toMatchObject({ status: 'rejected', done: { phone_number: member } });
	});

	it('names an unknown contact, and asks nothing for a bad number', async () => {
		const unknown = await unsubscribe([{ phone: stranger }]);
		expect(shown(unknown.error)).toContain('contact_not_found');
		account.sandbox().journal().clear();
		const bad = await unsubscribe([{ phone: member }, { phone: '12' }]);
		expect(shown(bad.error)).toContain('[item 1]');
		expect(account.sandbox().journal().requests()).toEqual([]);
	});
});
