import { LIST, useAccount } from '../kit/account';
import { shown, useNoJitter } from '../kit/operation';
import { operationOf } from './trackly';

const account = useAccount({ seedContacts: true });
useNoJitter();

const get = operationOf(account, {
	resource: 'contact',
	operation: 'get',
	phoneNumber: '={{ $json.phone }}',
});

const requests = () => account.sandbox().journal().requests('getContact');

describe('contact: get', () => {
	it('gives the contact with every list it is on', async () => {
		const { items, error } = await get([{ phone: '+12025550111' }]);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([
			{
				json: {
					phone_number: '+12025550111',
					lists: [
						{ list_number: LIST, active: true, custom_fields: { tier: 'gold' } },
						{ list_number: '+18005550177', active: true },
					],
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('finds a national number with a default country', async () => {
		const { items } = await get([{ phone: '(202) 555-0112' }], {
			parameters: { options: { defaultCountry: 'US' } },
		});
		expect(items[0].json.phone_number).toBe('+12025550112');
	});

	it('gives each item its own contact', async () => {
		const phones = ['+12025550113', '+12025550111', '+12025550112'];
		const { items } = await get(phones.map((phone) => ({ phone })));
		expect(items.map(({ json, pairedItem }) => [json.phone_number, pairedItem])).toEqual(
			phones.map((phone, item) => [phone, { item }]),
		);
	});

	it("names Trackly's code and what to do when there is no such contact", async () => {
		const { error } = await get([{ phone: '+12025550199' }]);
		expect(shown(error)).toContain('(contact_not_found) [item 0]');
		expect(error?.description).toMatch(/^Create the contact first/);
		expect(requests()).toHaveLength(1);
	});

	it('goes on behind a missing contact when On Error is Continue', async () => {
		const { items } = await get([{ phone: '+12025550199' }, { phone: '+12025550111' }], {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items).toMatchObject([
			{ json: { status: 'rejected', code: 'contact_not_found' }, pairedItem: { item: 0 } },
			{ json: { phone_number: '+12025550111' }, pairedItem: { item: 1 } },
		]);
	});

	it.each([
		['202 555 0111', 'Phone Number: "…0111" has no country code [item 0]'],
		['', '"Phone Number" is empty (its expression returned nothing) [item 0]'],
	])('refuses "%s" before any request', async (phone, message) => {
		const { error } = await get([{ phone }]);
		expect(shown(error)).toContain(message);
		expect(requests()).toEqual([]);
	});

	it('is repeated after 503, which can do no harm', async () => {
		account
			.sandbox()
			.addFault({ kind: 'status', status: 503, operationId: 'getContact', count: 2 });
		const { items } = await get([{ phone: '+12025550111' }]);
		expect(items[0].json.phone_number).toBe('+12025550111');
		expect(requests().map(({ status }) => status)).toEqual([503, 503, 200]);
	});
});
