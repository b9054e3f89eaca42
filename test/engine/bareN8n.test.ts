import type { IExecuteFunctions } from 'n8n-workflow';

import { Trackly } from '../../nodes/Trackly/Trackly.node';
import { list, phoneNumbers, useAccount } from '../kit/account';
import { shown } from '../kit/operation';
import { operationOf, sendOf } from './trackly';

const account = useAccount();
const send = sendOf(account);
const sendMany = operationOf(account, {
	resource: 'message',
	operation: 'sendMany',
	listNumber: list(),
	columns: { mappingMode: 'autoMapInputData', value: null },
});
const texts = (count: number) => phoneNumbers(count).map((to) => ({ to, body: 'Hi' }));

/** What n8n got over time, and nodes may run without. */
const COMFORTS = ['addExecutionHints', 'sendMessageToUI'] as const;

/** The node runs in an n8n without those, and without its store of processed keys. */
beforeEach(() => {
	const { execute } = Trackly.prototype;
	jest.spyOn(Trackly.prototype, 'execute').mockImplementation(async function (
		this: IExecuteFunctions,
	) {
		for (const name of COMFORTS) {
			expect(this[name]).toBeDefined();
			Object.defineProperty(this, name, { value: undefined });
		}
		const { checkProcessedAndRecord, removeProcessed, ...helpers } = this.helpers;
		expect([checkProcessedAndRecord, removeProcessed]).not.toContain(undefined);
		Object.defineProperty(this, 'helpers', { value: helpers });
		return await execute.call(this);
	});
});
afterEach(() => jest.restoreAllMocks());

const requests = () => account.sandbox().journal().requests().length;

describe('in an n8n that lacks what newer ones have', () => {
	it.each([
		['one by one', send],
		['in batches', sendMany],
	])('texts are sent %s, without hints', async (_, run) => {
		const { items, error, hints } = await run(texts(30), {
			parameters: { safeguards: { textsPerSecond: 1_000 } },
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.status)).toEqual(Array(30).fill('queued'));
		expect(hints).toEqual([]);
		await account.sandbox().whenIdle();
		expect(account.sandbox().journal().summary()).toMatchObject({ texts: 30, duplicates: 0 });
	});

	it('failed items say what failed where no hint can', async () => {
		const { items } = await sendMany([...texts(1), { to: '+15005550001', body: '' }], {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items[1].json).toMatchObject({ status: 'rejected', message: expect.any(String) });
	});

	const KEY = { safeguards: { idempotencyKey: '={{ $json.to }}' } };
	const REFUSAL =
		'"Idempotency Key" needs a newer version of n8n, because this one cannot store keys';

	it('an Idempotency Key is refused before any request', async () => {
		const { error } = await send(texts(2), { parameters: KEY });
		expect(shown(error)).toContain(REFUSAL);
		expect(requests()).toBe(0);
	});

	it('an Idempotency Key is refused before any request, in each item of a batch', async () => {
		const { items } = await sendMany(texts(2), { parameters: KEY });
		expect(items.map(({ json }) => json.message)).toEqual([REFUSAL, REFUSAL]);
		expect(requests()).toBe(0);
	});
});
