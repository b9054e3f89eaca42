import { useNoJitter } from '../../../../test/kit/operation';
import { useProcessedStore } from '../../../../test/kit/processedStore';
import { id, operationOf, useSamples } from './politicalComms';

const stub = useSamples();
useProcessedStore();
useNoJitter();

describe('a test to more than 50 numbers', () => {
	const numbers = (count: number) =>
		Array.from({ length: count }, (_, index) => `+1202555${String(1_000 + index)}`);
	const sendTest = operationOf(stub, {
		resource: 'project',
		operation: 'sendTest',
		projectId: id('prj_2H9B'),
		phones: '={{ $json.phones }}',
	});
	const sizes = () => stub.bodies().map(({ test_contacts: all }) => (all as unknown[]).length);
	const keys = () => new Set(stub.headers().map((headers) => headers['idempotency-key'])).size;
	const refuse = (place: number, status = 400) => {
		const usual = stub.sample;
		let turn = 0;
		stub.answer((request) =>
			turn++ === place ? { status, json: { error: 'No', code: 'NO' } } : usual(request),
		);
	};

	it('takes several requests, each with its own key, and one outcome each', async () => {
		const phones = numbers(120);
		const { error, items } = await sendTest([
			{ phones: [...phones, phones[0]] },
			{ phones: ['+13035550164'] },
		]);
		expect(error).toBeUndefined();
		expect(sizes()).toEqual([50, 50, 20, 1]);
		expect(keys()).toBe(4);
		const texted = stub
			.bodies()
			.flatMap(({ test_contacts: all }) => (all as Array<{ phone: string }>).map((x) => x.phone));
		expect(texted).toEqual([...phones, '+13035550164']);
		expect(items.map(({ json, pairedItem }) => [json.batch, pairedItem])).toEqual([
			[1, { item: 0 }],
			[2, { item: 0 }],
			[3, { item: 0 }],
			[undefined, { item: 1 }],
		]);
	});

	it('has keys of its own where the user sets one', async () => {
		const safeguards = { idempotencyKey: 'wave-7' };
		await sendTest([{ phones: numbers(60) }], { parameters: { safeguards } });
		expect(sizes()).toEqual([50, 10]);
		expect(keys()).toBe(2);
		const later = { parameters: { safeguards }, executionId: '2' };
		const { items } = await sendTest([{ phones: numbers(60) }], later);
		expect(items.map(({ json }) => json.reason)).toEqual(['already_done', 'already_done']);
		expect(sizes()).toEqual([50, 10]);
	});

	it('sends in a further try only what was not sent', async () => {
		const usual = stub.sample;
		let turn = 0;
		stub.answer((request) =>
			turn++ === 1 ? { status: 400, json: { error: 'No', code: 'NO' } } : usual(request),
		);
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const input = [{ phones: numbers(60) }, { phones: ['+13035550164'] }];
		await sendTest(input, { settings });
		const firsts = stub.bodies().filter((body) => JSON.stringify(body).includes('+12025551000'));
		expect(firsts).toHaveLength(1);
	});

	it('has an outcome for each request where one fails', async () => {
		refuse(1);
		const settings = { onError: 'continueRegularOutput' } as const;
		const { items } = await sendTest([{ phones: numbers(60) }], { settings });
		expect(items).toMatchObject([
			{ json: { id: 'prj_2H9B', batch: 1 }, pairedItem: { item: 0 } },
			{ json: { status: 'rejected', batch: 2 }, pairedItem: { item: 0 } },
		]);
	});

	it('fails where nothing was sent, with On Error = Stop', async () => {
		refuse(0, 402);
		const { error } = await sendTest([{ phones: numbers(60) }]);
		expect(error?.message).toContain('[item 0]');
		expect(sizes()).toEqual([50]);
	});

	it('sends nothing where one item is wrong, with On Error = Stop', async () => {
		const { error } = await sendTest([{ phones: numbers(60) }, { phones: 'Noor' }]);
		expect(error?.message).toContain('[item 1]');
		expect(stub.requests()).toEqual([]);
	});
});
