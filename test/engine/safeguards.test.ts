import { fillList, list, phoneNumbers, useAccount } from '../kit/account';
import { shown, useNoJitter } from '../kit/operation';
import { useProcessedStore } from '../kit/processedStore';
import { operationOf, sendOf } from './trackly';

const account = useAccount();
const store = useProcessedStore();
useNoJitter();

const send = sendOf(account);
const sendMany = operationOf(account, {
	resource: 'message',
	operation: 'sendMany',
	listNumber: list(),
	columns: { mappingMode: 'autoMapInputData', value: null },
});
const record = operationOf(account, {
	resource: 'revenue',
	operation: 'record',
	messageId: '={{ $json.id }}',
	revenue: 5,
	attributionType: 'sale',
	additionalFields: { offerId: '66b0c4d2e19a3f7708d5b1a4' },
});

const KEY = { safeguards: { idempotencyKey: '={{ $json.order }}' } };
const orders = (count: number, from = 0) =>
	phoneNumbers(count).map((to, index) => ({ to, body: 'Hi', order: `order-${from + index}` }));
const statuses = (items: Array<{ json: Record<string, unknown> }>) =>
	items.map(({ json }) => json.status);

const journal = () => account.sandbox().journal();
const requests = (operationId: string) => journal().requests(operationId).length;
const received = async () => {
	await account.sandbox().whenIdle();
	const { texts, phones, duplicates } = journal().summary();
	return { texts, phones, duplicates };
};

describe.each([
	['one by one', send],
	['in batches', sendMany],
])('an idempotency key, texts %s', (_, run) => {
	it('is sent once, however often the workflow runs', async () => {
		const first = await run(orders(30), { parameters: KEY });
		expect(statuses(first.items)).toEqual(Array(30).fill('queued'));
		const again = await run(orders(40), { parameters: KEY });
		expect(statuses(again.items)).toEqual([
			...Array<string>(30).fill('skipped'),
			...Array<string>(10).fill('queued'),
		]);
		expect(again.items[3].json).toEqual({
			status: 'skipped',
			reason: 'already_sent',
			to: phoneNumbers(4)[3],
			list_number: '+18005550142',
		});
		expect(again.hints[0]).toContain('10 queued, 30 skipped');
		expect(await received()).toEqual({ texts: 40, phones: 40, duplicates: 0 });
	});

	it('counts within one run too', async () => {
		const twice = orders(3).flatMap((item) => [item, { ...item, body: 'Hi again' }]);
		const result = await run(twice, { parameters: KEY });
		expect(statuses(result.items)).toEqual([
			'queued',
			'skipped',
			'queued',
			'skipped',
			'queued',
			'skipped',
		]);
		expect(result.items[3].json).toMatchObject({ reason: 'same_key', same_key_as_item: 2 });
		expect(await received()).toMatchObject({ texts: 3 });
	});

	it('is free again when the text was certainly not taken, and kept when nobody knows', async () => {
		const operationId = run === send ? 'sendMessage' : 'sendMessagesBulk';
		account.sandbox().addFault({ kind: 'status', status: 400, operationId, count: 1 });
		const refused = await run(orders(1), { parameters: KEY, settings: CONTINUE });
		expect(statuses(refused.items)).toEqual(['rejected']);
		expect(statuses((await run(orders(1), { parameters: KEY })).items)).toEqual(['queued']);

		account.sandbox().addFault({ kind: 'drop_after', operationId, count: 1 });
		const lost = await run(orders(1, 1), { parameters: KEY, settings: CONTINUE });
		expect(statuses(lost.items)).toEqual(['unknown']);
		const after = await run(orders(1, 1), { parameters: KEY });
		expect(after.items[0].json).toMatchObject({ status: 'skipped', reason: 'already_sent' });
	});

	it('is recorded before the request leaves', async () => {
		store().broken = true;
		const result = await run(orders(3), { parameters: KEY });
		expect(shown(result.error)).toContain('The idempotency key could not be stored');
		expect(journal().requests()).toEqual([]);
	});

	it('that is empty sends nothing for its item', async () => {
		const items = orders(3).map((item, index) => (index === 1 ? { ...item, order: ' ' } : item));
		const result = await run(items, { parameters: KEY, settings: CONTINUE });
		expect(statuses(result.items)).toEqual(['queued', 'rejected', 'queued']);
		expect(result.items[1].json).toMatchObject({ code: 'missing_idempotency_key' });
	});

	it('does not stand in the way of Retry On Fail', async () => {
		const operationId = run === send ? 'sendMessage' : 'sendMessagesBulk';
		account.sandbox().addFault({ kind: 'status', status: 400, operationId, count: 1 });
		const result = await run(orders(20), {
			parameters: { ...KEY, options: { ifRecordsAreRejected: 'fail' } },
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(statuses(result.items)).toEqual(Array(20).fill('queued'));
		expect(await received()).toEqual({ texts: 20, phones: 20, duplicates: 0 });
	});

	it('asks for a history that holds all keys of a run', async () => {
		const safeguards = { ...KEY.safeguards, idempotencyHistorySize: 5 };
		const { items } = await run(orders(6), { parameters: { safeguards }, settings: CONTINUE });
		expect(items.map(({ json }) => json)).toEqual(
			Array(6).fill(
				expect.objectContaining({
					status: 'rejected',
					code: 'history_too_small',
					message: '"Idempotency History Size" is 5, but this run uses 6 keys',
				}),
			),
		);
		expect(journal().requests()).toEqual([]);
	});
});

const CONTINUE = { onError: 'continueRegularOutput' } as const;

describe('the store of keys', () => {
	it('is asked once per batch, and once more at the end', async () => {
		await sendMany(orders(1_500), { parameters: KEY });
		expect(store().calls).toBe(3);
	});

	it('loses no key to texts that go side by side', async () => {
		await send(orders(50), { parameters: KEY });
		const [list] = store().lists.values();
		const isKept = (key: string) => list.some((entry) => entry.endsWith(`:${key}`));
		expect(orders(50).filter(({ order }) => !isKept(order))).toEqual([]);
		expect(store().calls).toBeLessThan(40);
	});

	it('gets back the keys that other processes overwrite, also after the last text', async () => {
		const sending = send(orders(20), { parameters: KEY });
		const forget = setInterval(() => store().lists.clear(), 1);
		setTimeout(() => clearInterval(forget), 350);
		await sending.finally(() => clearInterval(forget));
		expect(statuses((await send(orders(20), { parameters: KEY })).items)).toEqual(
			Array(20).fill('skipped'),
		);
	});

	it.each([
		['one by one', send],
		['in batches', sendMany],
	])('holds strict keys for executions at the same time, texts %s', async (_, run) => {
		const safeguards = { ...KEY.safeguards, idempotencyScope: 'nodeStrict' };
		const parameters = { safeguards };
		const runs = Array.from({ length: 3 }, async () => await run(orders(20), { parameters }));
		const outcomes = (await Promise.all(runs)).flatMap(({ items }) => statuses(items));
		expect(outcomes.filter((status) => status === 'queued')).toHaveLength(20);
		expect(outcomes.filter((status) => status === 'skipped')).toHaveLength(40);
		expect(await received()).toEqual({ texts: 20, phones: 20, duplicates: 0 });
		// The list of keys, and nothing of the lock.
		expect(store().lists.size).toBe(1);
		// The list is the same one that the usual scope reads.
		expect(statuses((await run(orders(20), { parameters: KEY })).items)).toEqual(
			Array(20).fill('skipped'),
		);
	});

	it('sends nothing with a strict key whose lock cannot be had', async () => {
		store().fail({ times: 2 });
		const parameters = { safeguards: { ...KEY.safeguards, idempotencyScope: 'nodeStrict' } };
		const { items } = await send(orders(1), { parameters, settings: CONTINUE });
		expect(items[0].json).toMatchObject({ status: 'rejected', code: 'key_store_failed' });
		expect(requests('sendMessage')).toBe(0);
	});

	it('keeps texts and revenue apart in the scope of the workflow', async () => {
		const safeguards = { ...KEY.safeguards, idempotencyScope: 'workflow' };
		await fillList(
			account,
			phoneNumbers(1).map((phone_number) => ({ phone_number })),
		);
		const sent = await send(orders(1), { parameters: { safeguards } });
		const revenue = { id: String(sent.items[0].json.message_id), order: 'order-0' };
		const recorded = await record([revenue], { parameters: { safeguards } });
		expect(recorded.error).toBeUndefined();
		expect(recorded.items[0].json).toMatchObject({ revenue: 5 });
		const again = await record([revenue], { parameters: { safeguards } });
		expect(again.items[0].json).toMatchObject({ status: 'skipped', reason: 'already_done' });
		expect(requests('recordRevenue')).toBe(1);
	});
});

describe('Skip Opted-Out Contacts', () => {
	const SKIP = { safeguards: { skipOptedOut: true } };

	it.each([
		['one by one', send],
		['in batches', sendMany],
	])('texts none of them, %s', async (_, run) => {
		const numbers = phoneNumbers(30);
		await fillList(
			account,
			numbers.map((phone_number) => ({ phone_number })),
		);
		for (const number of numbers.slice(0, 5)) await optOut(number);
		journal().clear();
		const items = numbers.map((to) => ({ to, body: 'Hi' }));
		const result = await run(items, { parameters: SKIP });
		expect(statuses(result.items).filter((status) => status === 'queued')).toHaveLength(25);
		expect(result.items[4].json).toEqual({
			status: 'skipped',
			reason: 'opted_out',
			to: numbers[4],
			list_number: '+18005550142',
		});
		expect(requests('listContacts')).toBe(1);
		expect(await received()).toMatchObject({ texts: 25, phones: 25 });
	});

	it('sends nothing when the opt-outs cannot be read', async () => {
		account
			.sandbox()
			.addFault({ kind: 'status', status: 400, operationId: 'listContacts', count: 1 });
		const result = await sendMany([{ to: '+12025550117', body: 'Hi' }], { parameters: SKIP });
		expect(statuses(result.items)).toEqual(['rejected']);
		expect(requests('sendMessagesBulk')).toBe(0);
	});

	it('knows that nothing was sent when the answer to the look-up is lost', async () => {
		account.sandbox().addFault({ kind: 'drop_before', operationId: 'listContacts' });
		const result = await sendMany([{ to: '+12025550117', body: 'Hi' }], { parameters: SKIP });
		expect(result.items).toMatchObject([
			{ json: { status: 'rejected', code: 'opt_outs_not_read' } },
		]);
		expect(requests('sendMessagesBulk')).toBe(0);
	});

	async function optOut(phone_number: string): Promise<void> {
		const { apiUrl, apiKey } = account.sandbox();
		const answer = await fetch(`${apiUrl}/contacts`, {
			method: 'DELETE',
			headers: { 'X-Api-Key': apiKey, 'Content-Type': 'application/json' },
			body: JSON.stringify({ phone_number, list_number: '+18005550142' }),
		});
		expect(answer.status).toBe(200);
	}
});

describe('Dry Run', () => {
	it.each([
		['one by one', send],
		['in batches', sendMany],
	])('sends nothing and shows what would go out, %s', async (_, run) => {
		const items = [
			{ to: '+12025550117', body: 'Hi' },
			{ to: '123', body: 'Hi' },
		];
		const parameters = { safeguards: { dryRun: true } };
		const result = await run(items, { parameters, settings: CONTINUE });
		expect(result.items[0].json).toEqual({
			status: 'dry_run',
			to: '+12025550117',
			list_number: '+18005550142',
			body: 'Hi',
			encoding: 'GSM-7',
			characters: 2,
			segments: 1,
		});
		expect(statuses(result.items)).toEqual(['dry_run', 'rejected']);
		expect(result.hints[0]).toContain('Dry run, nothing sent: 1 ready, 1 rejected');
		expect(journal().requests()).toEqual([]);
	});
});

describe('If the Response Is Lost', () => {
	const AGAIN = { safeguards: { ifOutcomeIsUnknown: 'tryAgain' } };

	it('Try Again repeats the request: at least once', async () => {
		account.sandbox().addFault({ kind: 'drop_after', operationId: 'sendMessage', count: 1 });
		const result = await send([{ to: '+12025550117', body: 'Hi' }], { parameters: AGAIN });
		expect(statuses(result.items)).toEqual(['queued']);
		expect(requests('sendMessage')).toBe(2);
	});

	it('Try Again holds for the next try of the node as well', async () => {
		account.sandbox().addFault({ kind: 'drop_before', operationId: 'sendMessage', count: 5 });
		const result = await send([{ to: '+12025550117', body: 'Hi' }], {
			parameters: AGAIN,
			settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		});
		expect(statuses(result.items)).toEqual(['queued']);
		expect(await received()).toEqual({ texts: 1, phones: 1, duplicates: 0 });
	});

	it('Try Again does not call it refused what an earlier try may have done', async () => {
		const { addFault } = account.sandbox();
		addFault({ kind: 'drop_after', operationId: 'sendMessage', count: 1 });
		addFault({ kind: 'status', status: 400, operationId: 'sendMessage', count: 1 });
		const result = await send([{ to: '+12025550117', body: 'Hi' }], {
			parameters: AGAIN,
			settings: CONTINUE,
		});
		expect(statuses(result.items)).toEqual(['unknown']);
		expect(await received()).toMatchObject({ texts: 1 });
	});

	it('Try Again says so where even the last try is unknown', async () => {
		account.sandbox().addFault({ kind: 'drop_after', operationId: 'sendMessage' });
		const { items } = await send([{ to: '+12025550117', body: 'Hi' }], {
			parameters: AGAIN,
			settings: CONTINUE,
		});
		expect(requests('sendMessage')).toBe(5);
		expect(items[0].json.what_to_do).toContain('once or more often');
	});

	it('reports it otherwise', async () => {
		account.sandbox().addFault({ kind: 'drop_after', operationId: 'sendMessage', count: 1 });
		const result = await send([{ to: '+12025550117', body: 'Hi' }], { settings: CONTINUE });
		expect(statuses(result.items)).toEqual(['unknown']);
		expect(requests('sendMessage')).toBe(1);
	});
});

describe('pace', () => {
	it('spreads texts over time', async () => {
		const started = Date.now();
		const result = await send(orders(5), { parameters: { safeguards: { textsPerSecond: 20 } } });
		expect(statuses(result.items)).toEqual(Array(5).fill('queued'));
		expect(Date.now() - started).toBeGreaterThanOrEqual(200);
	});

	it('packs no more into a request than may go at once, and goes by the slower of two', async () => {
		const started = Date.now();
		const safeguards = { textsPerSecond: 20, textsPerMinute: 60_000 };
		await sendMany(orders(50), { parameters: { safeguards } });
		const sent = journal().requests('sendMessagesBulk');
		expect(sent.map(({ records }) => records)).toEqual([20, 20, 10]);
		expect(Date.now() - started).toBeGreaterThanOrEqual(2_000);
	});

	it('shows in the hint of a run that took long', async () => {
		const started = Date.now();
		const result = await send(orders(6), { parameters: { safeguards: { textsPerSecond: 1 } } });
		const [, seconds] =
			/^6 queued \((\d+) s, 1 items a second\)\.$/.exec(result.hints.join()) ?? [];
		expect(Number(seconds)).toBeGreaterThanOrEqual(5);
		expect(Number(seconds)).toBeLessThanOrEqual(Math.round((Date.now() - started) / 1_000));
	});

	it('must be a number of 1 or more', async () => {
		const result = await send(orders(1), { parameters: { safeguards: { textsPerMinute: 0 } } });
		expect(shown(result.error)).toContain('"Texts per Minute" must be 1 or more');
		expect(journal().requests()).toEqual([]);
	});
});

describe('Requests at Once', () => {
	it('of 1 sends in the order of the items', async () => {
		const items = orders(20);
		await send(items, { parameters: { safeguards: { parallelRequests: 1 } } });
		const bodies = journal()
			.requests('sendMessage')
			.map(({ body }) => (body as { to: string }).to);
		expect(bodies).toEqual(items.map(({ to }) => to));
	});
});
