import { list, phoneNumbers, useAccount } from '../kit/account';
import { operationOf, sendOf } from './trackly';

const account = useAccount();

const send = sendOf(account);
const sendMany = operationOf(account, {
	resource: 'message',
	operation: 'sendMany',
	listNumber: list(),
	columns: { mappingMode: 'autoMapInputData', value: null },
	options: { ifRecordsAreRejected: 'fail' },
});

const RETRY = { settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } };
const items = (count: number) => phoneNumbers(count).map((to) => ({ to, body: 'Hi' }));

const received = async () => {
	await account.sandbox().whenIdle();
	const { texts, phones, duplicates } = account.sandbox().journal().summary();
	return { texts, phones, duplicates };
};

describe('Retry On Fail', () => {
	it('sends only what an earlier try has not sent', async () => {
		account
			.sandbox()
			.addFault({ kind: 'status', status: 400, operationId: 'sendMessage', count: 1 });
		const result = await send(items(20), RETRY);
		expect(result.error).toBeUndefined();
		expect(result.items).toHaveLength(20);
		expect(result.items.every(({ json }) => json.status === 'queued')).toBe(true);
		expect(
			result.items.filter(({ json }) => json.from_earlier_try === true).length,
		).toBeGreaterThan(0);
		expect(await received()).toEqual({ texts: 20, phones: 20, duplicates: 0 });
	});

	it('never repeats a text whose answer was lost, and still sends the rest', async () => {
		account.sandbox().addFault({ kind: 'drop_after', operationId: 'sendMessage', count: 1 });
		const result = await send(items(20), RETRY);
		expect(result.error).toBeUndefined();
		const unknown = result.items.filter(({ json }) => json.status === 'unknown');
		expect(unknown).toMatchObject([{ json: { from_earlier_try: true, code: 'outcome_unknown' } }]);
		expect(result.hints[0]).toContain('19 queued, 1 with an unknown outcome');
		expect(await received()).toEqual({ texts: 20, phones: 20, duplicates: 0 });
	});

	it('repeats only the rejected records of a batch', async () => {
		account.sandbox().addFault({
			kind: 'partial',
			operationId: 'sendMessagesBulk',
			indexes: [1, 2],
			code: 'provider_error',
			count: 1,
		});
		const result = await sendMany(items(5), RETRY);
		expect(result.error).toBeUndefined();
		const requests = account.sandbox().journal().requests('sendMessagesBulk');
		expect(requests.map(({ records }) => records)).toEqual([5, 2]);
		expect(result.items.map(({ json }) => json.from_earlier_try)).toEqual([
			true,
			undefined,
			undefined,
			true,
			true,
		]);
		expect(await received()).toEqual({ texts: 5, phones: 5, duplicates: 0 });
	});

	it('keeps what was done while tries may follow, and nothing after a good end', async () => {
		account
			.sandbox()
			.addFault({ kind: 'status', status: 400, operationId: 'sendMessage', count: 1 });
		const failed = await send(items(3));
		expect(failed.error).toBeDefined();
		expect(JSON.stringify(failed.context)).toContain('ledger');
		const good = await send(items(3));
		expect(good.context).toEqual({});
	});
});
