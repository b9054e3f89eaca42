import { useNoJitter } from '../../kit/operation';
import type { StubAnswer } from '../../kit/stub';
import { orders, useOperations } from './api';
import { CONTINUE } from './outcomes';

/** Rule R11: the key is in no outcome, whatever its form and whoever repeats it. */
useNoJitter();
const { stub, of } = useOperations();

/** No key as the documentation shows them, so that only the credential tells what to hide. */
const apiKey = 'live-4f1b-9c77-a05e';
const words = `The key ${apiKey} has no credit`;

const REFUSALS: Array<[where: string, answer: StubAnswer]> = [
	['a refusal', { status: 400, json: { error: words } }],
	['a 2xx that says no', { json: { success: false, error: words } }],
];

const shown = async (name: string, answer: StubAnswer) => {
	stub.answer(() => answer);
	const { items } = await of(name)(orders(1), { settings: CONTINUE, credential: { apiKey } });
	expect(items).toHaveLength(1);
	expect(items[0].json.status).toBe('rejected');
	return JSON.stringify(items);
};

describe.each(['Send', 'Send Many', 'Revenue > Record', 'Revenue > Record Many'])('%s', (name) => {
	it.each(REFUSALS)('shows no key that stands in %s', async (_, answer) => {
		expect(await shown(name, answer)).not.toContain(apiKey);
	});
});

it.each([
	['Send Many', 'queued_count'],
	['Revenue > Record Many', 'success_count'],
])('%s shows no key that stands in the error of a record', async (name, count) => {
	const errors = [{ index: 0, error: words }];
	expect(await shown(name, { json: { [count]: 0, error_count: 1, errors } })).not.toContain(apiKey);
});
