import { perItem } from '../../../../kernel';
import { endpoint, look, runAlone } from './standIn';

/**
 * What the mapping of an accepted response throws never makes it `rejected`: it was done, its key
 * stays taken, and a retry does not do it again.
 */
const mapping = () => {
	throw new TypeError("Cannot read properties of undefined (reading 'id')");
};

describe.each([
	['what the item gives', { output: mapping }],
	['whom it concerned', { guarded: { subject: 'thing', identify: () => ({}) }, output: mapping }],
])('a response was accepted, and %s cannot be made of it', (_, more) => {
	const operation = perItem({
		...look,
		fields: [],
		request: () => ({ endpoint, body: {} }),
		...more,
	});

	it('is not rejected', async () => {
		const { output, requests } = await runAlone(operation, {
			answer: () => ({ json: { id: 'x1' } }),
			node: { onError: 'continueRegularOutput' },
		});
		expect(output).toHaveLength(1);
		expect(output[0].json.status).not.toBe('rejected');
		expect(requests).toHaveLength(1);
	});

	it('is not requested again by a retry', async () => {
		const store = {};
		const answer = () => ({ json: { id: 'x1' } });
		await runAlone(operation, { answer, store });
		const again = await runAlone(operation, { answer, store });
		expect(again.requests).toEqual([]);
	});
});

it('keeps its key', async () => {
	const keys = new Set<string>();
	const operation = perItem({
		...look,
		fields: [],
		request: () => ({ endpoint, body: {} }),
		guarded: { subject: 'thing', identify: () => ({}) },
		output: mapping,
	});
	const given = {
		parameters: { safeguards: { idempotencyKey: 'k1' } },
		answer: () => ({ json: { id: 'x1' } }),
		node: { onError: 'continueRegularOutput' as const },
		keys,
	};
	await runAlone(operation, given);
	const again = await runAlone(operation, given);
	expect(again.requests).toEqual([]);
});
