import { list, LIST, phoneNumbers, useAccount } from '../kit/account';
import { operationOf, sendOf } from './trackly';

const account = useAccount();
const [one, other] = phoneNumbers(2);
const automatic = { mappingMode: 'autoMapInputData', value: null };

describe('what the nodes after a send can map', () => {
	it.each(['sendMany', 'sendRawMany'])('%s: number, list and text', async (operation) => {
		const run = operationOf(account, {
			resource: 'message',
			operation,
			listNumber: list(),
			columns: automatic,
		});
		const { items } = await run([
			{ to: '+1 (202) 555-0117', body: 'Hi' },
			{ to: 'nobody', body: 'Ho' },
		]);
		expect(items[0].json).toEqual({
			status: 'queued',
			to: '+12025550117',
			list_number: LIST,
			body: 'Hi',
			batch: 1,
		});
		expect(items[1].json).toMatchObject({
			status: 'rejected',
			to: 'nobody',
			what_to_do: expect.any(String),
		});
		expect(items[1].json).not.toHaveProperty('whatToDo');
	});
});

describe('custom fields of a text', () => {
	const body = 'Hi {{tier}} {{visits}}';
	const rows = {
		assignments: [
			{ id: '1', name: 'tier', type: 'string', value: '={{ $json.tier }}' },
			{ id: '2', name: 'visits', type: 'number', value: 3 },
		],
	};

	it.each([
		['rows, as of a contact', rows],
		['an object', '={{ { tier: $json.tier, visits: 3 } }}'],
		['JSON', '{"tier": "gold", "visits": 3}'],
	])('%s', async (_, customFields) => {
		const { error } = await sendOf(account)([{ tier: 'gold' }], {
			parameters: { to: one, body, additionalFields: { customFields } },
		});
		expect(error).toBeUndefined();
		await account.sandbox().whenIdle();
		expect(account.sandbox().journal().texts(one).at(-1)?.text).toBe('Hi gold 3');
	});

	it('what is neither is refused', async () => {
		const { error } = await sendOf(account)([{}], {
			parameters: { to: other, body, additionalFields: { customFields: 'gold' } },
		});
		expect(error?.message).toContain('"Custom Fields" is not valid JSON');
	});
});
