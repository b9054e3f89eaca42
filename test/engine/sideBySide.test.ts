import { phoneNumbers } from '../kit/account';
import { useProcessedStore } from '../kit/processedStore';
import { type StubAnswer, type StubRequest } from '../kit/stub';
import { until } from '../../host/poll';
import { operationOf, useStub } from './trackly';

const queued = ({ body }: StubRequest): StubAnswer => ({
	json: { queued_count: (body.messages as unknown[]).length, error_count: 0, errors: [] },
});
const stub = useStub(queued);
useProcessedStore();

const sendMany = operationOf(stub, {
	resource: 'message',
	operation: 'sendMany',
	listNumber: { __rl: true, mode: 'number', value: '+18005550142' },
	columns: { mappingMode: 'autoMapInputData', value: null },
});
const texts = (count: number) =>
	phoneNumbers(count).map((to, index) => ({ to, body: `Text ${index}`, order: `order-${index}` }));

/** Holds every request until it is let go; knows how many are held. */
function holdRequests() {
	const held: Array<() => void> = [];
	let most = 0;
	stub.answer(async (request) => {
		await new Promise<void>((go) => {
			held.push(go);
			most = Math.max(most, held.length);
		});
		return queued(request);
	});
	return {
		letGo: () => held.shift()!(),
		arrive: async (count: number) =>
			await until(`${count} requests`, 20_000, async () => held.length === count || undefined, 5),
		most: () => most,
	};
}

describe('batches side by side', () => {
	it('sends the first alone and then four at once, in order', async () => {
		const requests = holdRequests();
		const run = sendMany(texts(6_500));
		await requests.arrive(1);
		requests.letGo();
		for (let left = 6; left > 0; left--) {
			await requests.arrive(Math.min(left, 4));
			requests.letGo();
		}
		const { items } = await run;
		expect(requests.most()).toBe(4);
		expect(items.map(({ json }) => json.to)).toEqual(phoneNumbers(6_500));
		expect(items.map(({ json }) => json.batch)).toEqual(
			items.map((_, index) => Math.floor(index / 1_000) + 1),
		);
		const bodies = stub.bodies().map(({ messages }) => (messages as Array<{ to: string }>)[0].to);
		expect(bodies).toEqual(bodies.map((_, index) => phoneNumbers(6_500)[index * 1_000]));
	});

	it('holds back a batch until the earlier texts to one of its recipients are answered', async () => {
		const items = texts(4_000);
		items[3_500].to = items[1_500].to;
		const requests = holdRequests();
		const run = sendMany(items);
		await requests.arrive(1);
		requests.letGo();
		// The second and the third: the fourth shares a recipient with the second.
		await requests.arrive(2);
		requests.letGo();
		await requests.arrive(2);
		requests.letGo();
		requests.letGo();
		await run;
		const firsts = stub.bodies().map(({ messages }) => (messages as Array<{ body: string }>)[0]);
		expect(firsts.map(({ body }) => body)).toEqual([
			'Text 0',
			'Text 1000',
			'Text 2000',
			'Text 3000',
		]);
		expect(requests.most()).toBe(2);
	});

	it('sends one at a time with idempotency keys, so that a crash leaves one batch in doubt', async () => {
		const requests = holdRequests();
		const run = sendMany(texts(3_000), {
			parameters: { safeguards: { idempotencyKey: '={{ $json.order }}' } },
		});
		for (let batch = 0; batch < 3; batch++) {
			await requests.arrive(1);
			requests.letGo();
		}
		const { items } = await run;
		expect(items.every(({ json }) => json.status === 'queued')).toBe(true);
		expect(requests.most()).toBe(1);
	});

	it('asks once when nothing gets through', async () => {
		stub.answer(() => ({ status: 401, json: { error: 'No such key', code: 'unauthorized' } }));
		const { error } = await sendMany(texts(5_000));
		expect(error).toBeDefined();
		expect(stub.requests()).toHaveLength(1);
	});
});
