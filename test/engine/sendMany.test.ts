import type { INode, INodeParameters } from 'n8n-workflow';

import { list, phoneNumbers, useAccount } from '../kit/account';
import { runTrackly } from './trackly';

const account = useAccount();

const automatic = { mappingMode: 'autoMapInputData', value: null };

const sendMany = (
	items: Array<Record<string, unknown>>,
	{
		parameters = {},
		settings = {},
		credential = {},
	}: {
		parameters?: INodeParameters;
		settings?: Partial<INode>;
		credential?: Record<string, string>;
	} = {},
) =>
	runTrackly({
		parameters: {
			resource: 'message',
			operation: 'sendMany',
			listNumber: list(),
			columns: automatic,
			...parameters,
		},
		items: items as never,
		settings,
		credential: account.credential(credential),
	});

const texts = (count: number) => phoneNumbers(count).map((to) => ({ to, body: `Hello ${to}` }));
const requests = () => account.sandbox().journal().requests('sendMessagesBulk');

describe('message: send many', () => {
	it('sends 2,500 items in three requests, one outcome for each, in order', async () => {
		const input = texts(2_500);
		const { items, error, hints } = await sendMany(input);
		expect(error).toBeUndefined();
		expect(hints).toEqual([]);
		expect(requests().map(({ records }) => records)).toEqual([1_000, 1_000, 500]);
		expect(items.map(({ json }) => json.to)).toEqual(input.map(({ to }) => to));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(input.map((_, item) => ({ item })));
		expect(new Set(items.map(({ json }) => json.status))).toEqual(new Set(['queued']));
		await account.sandbox().whenIdle();
		expect(account.sandbox().journal().summary()).toMatchObject({ texts: 2_500, duplicates: 0 });
	});

	it('rejects one bad number with its item, queues all others, and says so above the output', async () => {
		const input = texts(2_500);
		input[1_234].to = '+1202';
		const { items, hints } = await sendMany(input);
		expect(requests()).toHaveLength(3);
		const rejected = items.filter(({ json }) => json.status !== 'queued');
		expect(rejected).toHaveLength(1);
		expect(rejected[0]).toMatchObject({
			pairedItem: { item: 1_234 },
			json: { status: 'rejected', code: 'invalid_phone', to: '+1202' },
		});
		expect(items[1_234]).toBe(rejected[0]);
		expect(hints).toEqual([expect.stringContaining('2,499 queued, 1 rejected')]);
	});

	it('reads what sheets hold, and refuses what could be two numbers', async () => {
		const numbers = ['+12025550117.0', '(202) 555-0118', 12025550119, '\u200e+12025550120'];
		const { items } = await sendMany(
			[...numbers, '442079460958'].map((to) => ({ to, body: 'Hi' })),
			{ parameters: { options: { defaultCountry: 'US' } } },
		);
		expect(items.map(({ json }) => json.to)).toEqual([
			'+12025550117',
			'+12025550118',
			'+12025550119',
			'+12025550120',
			'+442079460958',
		]);
		const german = await sendMany([{ to: 491729925904, body: 'Hi' }, texts(1)[0]], {
			parameters: { options: { defaultCountry: 'DE' } },
		});
		expect(german.items.map(({ json }) => [json.status, json.code])).toEqual([
			['rejected', 'invalid_phone'],
			['queued', undefined],
		]);
		expect(german.items[0].json.message).toContain('and, with its country code, as');
	});

	it('rejects the texts that a server would refuse the whole batch for', async () => {
		const bodies = ['Hi\0', 'Hi 👍'.slice(0, 4), 'ok'];
		const { items } = await sendMany(
			texts(3).map((text, index) => ({ ...text, body: bodies[index] })),
		);
		expect(items.map(({ json }) => [json.status, json.code])).toEqual([
			['rejected', 'invalid_body'],
			['rejected', 'invalid_body'],
			['queued', undefined],
		]);
		expect(requests().map(({ records }) => records)).toEqual([1]);
	});

	it('keeps every request below 5 MB', async () => {
		const big = { note: 'x'.repeat(9_000) };
		const { items } = await sendMany(texts(1_000).map((item) => ({ ...item, metadata: big })));
		expect(items.every(({ json }) => json.status === 'queued')).toBe(true);
		expect(requests().length).toBe(2);
		expect(Math.max(...requests().map(({ bytes }) => bytes))).toBeLessThanOrEqual(5_000_000);
	});

	it('rejects a record over 5 MB and sends the rest', async () => {
		const [one, two] = texts(2);
		const { items } = await sendMany([{ ...one, metadata: { note: 'x'.repeat(5_000_000) } }, two]);
		expect(items.map(({ json }) => [json.status, json.code])).toEqual([
			['rejected', 'payload_too_large'],
			['queued', undefined],
		]);
	});

	it('evaluates only the columns that hold expressions', async () => {
		const { items } = await sendMany([{ phone: '(202) 555-0117', name: 'Noor' }], {
			parameters: {
				columns: {
					mappingMode: 'defineBelow',
					value: {
						to: '={{ $json.phone }}',
						body: 'Hi {{first_name}}',
						first_name: '={{ $json.name }}',
					},
					schema: [],
				},
				options: { defaultCountry: 'US' },
			},
		});
		expect(items[0].json).toMatchObject({ status: 'queued', to: '+12025550117' });
		await account.sandbox().whenIdle();
		expect(account.sandbox().journal().texts('+12025550117')[0].text).toBe('Hi Noor');
	});

	it("passes Trackly's own rejections on, record by record", async () => {
		account.sandbox().addFault({
			kind: 'partial',
			operationId: 'sendMessagesBulk',
			indexes: [1],
			code: 'invalid_phone',
		});
		const { items } = await sendMany(texts(3));
		expect(items.map(({ json }) => json.status)).toEqual(['queued', 'rejected', 'queued']);
		expect(items[1].json).toMatchObject({ code: 'invalid_phone', what_to_do: expect.any(String) });
	});

	it.each([
		['drop_after', 'outcome_unknown'],
		['truncate', 'outcome_unknown'],
		['not_json', 'unreadable_response'],
	] as const)('never repeats a batch whose answer was lost (%s)', async (kind, code) => {
		account.sandbox().addFault({ kind, operationId: 'sendMessagesBulk', count: 1 });
		const { items, error } = await sendMany(texts(1_500));
		expect(error).toBeUndefined();
		expect(
			items.slice(0, 1_000).every(({ json }) => json.status === 'unknown' && json.code === code),
		).toBe(true);
		expect(items.slice(1_000).every(({ json }) => json.status === 'queued')).toBe(true);
		await account.sandbox().whenIdle();
		expect(account.sandbox().journal().summary()).toMatchObject({
			texts: 1_500,
			duplicates: 0,
			sendRequests: 2,
		});
	});

	it('says unknown, and does not repeat, after a 5xx', async () => {
		account
			.sandbox()
			.addFault({ kind: 'status', status: 500, operationId: 'sendMessagesBulk', count: 1 });
		const { items } = await sendMany(texts(1));
		expect(items[0].json.status).toBe('unknown');
		expect(requests()).toHaveLength(1);
	});

	it('waits and repeats after 429, which did nothing', async () => {
		account.sandbox().addFault({
			kind: 'status',
			status: 429,
			retryAfter: 0,
			operationId: 'sendMessagesBulk',
			count: 2,
		});
		const { items } = await sendMany(texts(3));
		expect(items.every(({ json }) => json.status === 'queued')).toBe(true);
		expect(requests().map(({ status }) => status)).toEqual([429, 429, expect.any(Number)]);
	});

	it('fails with the counts when the user wants that, after all batches were sent', async () => {
		const input = texts(1_200);
		input[3].body = '';
		const { error } = await sendMany(input, {
			parameters: { options: { ifRecordsAreRejected: 'fail' } },
		});
		expect(error?.message).toBe('1,199 queued, 1 rejected');
		expect(error?.description).toContain('"Text" is empty [item 3]');
		await account.sandbox().whenIdle();
		expect(account.sandbox().journal().summary().texts).toBe(1_199);
	});

	it('sends failed items to the error output', async () => {
		const input = texts(3);
		input[0].to = 'nobody';
		const { items, errorItems } = await sendMany(input, {
			settings: { onError: 'continueErrorOutput' },
		});
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 2 }]);
		expect(errorItems).toMatchObject([
			{ pairedItem: { item: 0 }, json: { error: 'To: "nobody" is not a phone number [item 0]' } },
		]);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput', 'stopWorkflow'] as const)(
		'is not run again by Retry On Fail because its first record was rejected (%s)',
		async (onError) => {
			const input = texts(3);
			input[0].to = 'nobody';
			await sendMany(input, { settings: { onError, retryOnFail: true, waitBetweenTries: 1 } });
			await account.sandbox().whenIdle();
			expect(account.sandbox().journal().summary()).toMatchObject({ texts: 2, duplicates: 0 });
		},
	);

	it("gives a rejected outcome for a list that is not the account's", async () => {
		const { items } = await sendMany(texts(1), {
			parameters: { listNumber: list('+18005550199') },
		});
		expect(items[0].json).toMatchObject({
			status: 'rejected',
			code: 'list_not_found',
			what_to_do: expect.stringContaining('Select the list'),
		});
	});

	it('refuses national numbers without a default country before any request', async () => {
		const { items } = await sendMany([{ to: '202 555 0117', body: 'Hi' }]);
		expect(items[0].json).toMatchObject({
			status: 'rejected',
			code: 'invalid_phone',
			message: 'To: "…0117" has no country code',
			what_to_do: expect.stringContaining('Default Country'),
		});
		expect(account.sandbox().journal().requests()).toEqual([]);
	});

	it('fails as a whole, with one clear error, when the key is wrong', async () => {
		const { error, items } = await sendMany(texts(1_500), {
			credential: { apiKey: `trk_${'x'.repeat(32)}` },
		});
		expect(items).toEqual([]);
		expect(error?.message).toContain('(invalid_api_key)');
		expect(error?.description).toContain('paste it into the credential');
		expect(requests()).toHaveLength(1);
		expect(JSON.stringify(error)).not.toContain('xxxx');
	});

	it('fails as a whole when Trackly cannot be reached', async () => {
		const { error } = await sendMany(texts(1), {
			credential: { customBaseUrl: 'http://127.0.0.1:1/api/v2' },
		});
		expect(error?.message).toContain(
			'n8n could not connect to 127.0.0.1:1: nothing listens there (unreachable)',
		);
		expect(error?.description).toContain('Nothing was sent');
	});

	it('makes no request when there are no items', async () => {
		const { items, error } = await sendMany([]);
		expect({ items, error }).toEqual({ items: [], error: undefined });
		expect(account.sandbox().journal().requests()).toEqual([]);
	});
});
