import { bodyNotice } from '../../nodes/Trackly/operations/message/body';
import { list, LIST, phoneNumbers, useAccount } from '../kit/account';
import { sendOf } from './trackly';

const account = useAccount();

const send = sendOf(account);

const requests = () => account.sandbox().journal().requests('sendMessage');
const bodies = () => requests().map(({ body }) => body);
const [first, second, third] = phoneNumbers(3);

describe('message: send', () => {
	it('gives message ID, status, recipient and list of every text', async () => {
		const { items, error, hints } = await send([
			{ to: first, body: 'One' },
			{ to: second, body: 'Two' },
		]);
		expect(error).toBeUndefined();
		expect(hints).toEqual([]);
		expect(items).toEqual([
			{
				json: { message_id: expect.any(String), status: 'queued', to: first, list_number: LIST },
				pairedItem: { item: 0 },
			},
			{
				json: { message_id: expect.any(String), status: 'queued', to: second, list_number: LIST },
				pairedItem: { item: 1 },
			},
		]);
		expect(items[0].json.message_id).not.toBe(items[1].json.message_id);
	});

	it('delivers the text with its placeholders filled', async () => {
		const { items } = await send(
			[{ to: first, body: 'Hi {{first_name}} {{last_name}}, {{tier}}' }],
			{
				parameters: {
					additionalFields: {
						firstName: 'Noor',
						lastName: 'Haddad',
						customFields: '{"tier": "gold"}',
					},
				},
			},
		);
		await account.sandbox().whenIdle();
		expect(account.sandbox().journal().texts(first)).toMatchObject([
			{ text: 'Hi Noor Haddad, gold', sender: LIST, messageId: items[0].json.message_id },
		]);
	});

	it('sends nothing but recipient, list and text unless more is given', async () => {
		await send([{ to: first, body: 'Hi' }]);
		expect(bodies()).toEqual([{ to: first, list_number: LIST, body: 'Hi' }]);
	});

	it('passes every additional field on under its API name', async () => {
		await send([{ to: first, body: 'Hi', order: 1187 }], {
			parameters: {
				additionalFields: {
					customFields: '={{ { tier: "gold" } }}',
					firstName: 'Noor',
					lastName: 'Haddad',
					timezone: 'America/Denver',
					metadata: '={{ { order: $json.order } }}',
					wrapLinks: false,
				},
			},
		});
		expect(bodies()).toEqual([
			{
				to: first,
				list_number: LIST,
				body: 'Hi',
				wrap_links: false,
				contact_data: {
					first_name: 'Noor',
					last_name: 'Haddad',
					timezone: 'America/Denver',
					custom_fields: { tier: 'gold' },
				},
				metadata: { order: 1187 },
			},
		]);
	});

	it.each([
		['(202) 555-0117', 'US', '+12025550117'],
		['020 7946 0018', 'GB', '+442079460018'],
		['+49 (30) 901820', 'US', '+4930901820'],
		['0049 30 901820', '', '+4930901820'],
		[2025550117, 'US', '+12025550117'],
	])('sends to %s with default country "%s" as %s', async (to, defaultCountry, expected) => {
		const { items, error } = await send([{ to, body: 'Hi' }], {
			parameters: { additionalFields: { defaultCountry } },
		});
		expect(error).toBeUndefined();
		expect(items[0].json.to).toBe(expected);
	});

	it.each([
		['the number', list(' +1 (800) 555-0142 ')],
		['the list picked from the dropdown', { __rl: true, mode: 'list', value: LIST }],
		['an expression', list('={{ $json.from }}')],
		['a number with 00', list('0018005550142')],
		['a number with other dashes', list('+1‑800‑555‑0142')],
		['a number with marks that nobody sees', list('\u202a+18005550142\u202c')],
	])('takes the sending list as %s', async (_, listNumber) => {
		const { items } = await send([{ to: first, body: 'Hi', from: LIST }], {
			parameters: { listNumber },
		});
		expect(items[0].json).toMatchObject({ status: 'queued', list_number: LIST });
	});

	it('sends nothing when a later item is bad and On Error is Stop', async () => {
		const { items, error } = await send([
			{ to: first, body: 'One' },
			{ to: second, body: 'Two' },
			{ to: 'nobody', body: 'Three' },
		]);
		expect(items).toEqual([]);
		expect(error?.message).toBe('To: "nobody" is not a phone number [item 2]');
		expect(requests()).toEqual([]);
	});

	it('keeps a placeholder of Trackly that is written into an expression as the hint says', async () => {
		const [spelling] = /\{\{ '.*\}\}/.exec(bodyNotice.property.displayName)!;
		const { error } = await send([{ to: first, order: 1187 }], {
			parameters: { body: `=Hi ${spelling}, order {{ $json.order }} has shipped.` },
		});
		expect(error).toBeUndefined();
		expect(bodies()).toMatchObject([{ body: 'Hi {{first_name}}, order 1187 has shipped.' }]);
	});

	it('gives exactly one outcome an item, in order, when On Error is Continue', async () => {
		const { items, error, hints } = await send(
			[
				{ to: first, body: 'One' },
				{ to: 'nobody', body: 'Two' },
				{ to: second, body: '' },
				{ to: third, body: 'Four' },
			],
			{ settings: { onError: 'continueRegularOutput' } },
		);
		expect(error).toBeUndefined();
		expect(items.map(({ json, pairedItem }) => [pairedItem, json.status, json.code])).toEqual([
			[{ item: 0 }, 'queued', undefined],
			[{ item: 1 }, 'rejected', 'invalid_phone'],
			[{ item: 2 }, 'rejected', 'missing_body'],
			[{ item: 3 }, 'queued', undefined],
		]);
		expect(hints).toEqual([expect.stringContaining('2 queued, 2 rejected')]);
		expect(requests()).toHaveLength(2);
	});

	it('sends failed items to the error output when there is one', async () => {
		const { items, errorItems, error } = await send(
			[
				{ to: 'nobody', body: 'One' },
				{ to: second, body: 'Two' },
			],
			{ settings: { onError: 'continueErrorOutput' } },
		);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([{ pairedItem: { item: 1 }, json: { status: 'queued' } }]);
		expect(errorItems).toMatchObject([
			{ pairedItem: { item: 0 }, json: { error: 'To: "nobody" is not a phone number [item 0]' } },
		]);
	});

	it('stops behind the first text that Trackly refuses when On Error is Stop', async () => {
		const { addFault } = account.sandbox();
		addFault({ kind: 'latency', latencyMs: 1, operationId: 'sendMessage', count: 1 });
		addFault({
			kind: 'status',
			status: 400,
			code: 'webhook_not_configured',
			operationId: 'sendMessage',
			count: 1,
		});
		const { error } = await send(['One', 'Two', 'Three'].map((body) => ({ to: first, body })));
		expect(error?.message).toContain('(webhook_not_configured) [item 1]');
		expect(error?.description).toContain('1 queued');
		expect(requests().map(({ status }) => status)).toEqual([200, 400]);
	});
});
