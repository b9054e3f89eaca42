import { useProcessedStore } from '../../kit/processedStore';
import { useFastTime } from '../../chaos/fastTime';
import { useNoJitter } from '../../kit/operation';
import { contactsPage, goodAnswer, KEY, orders, useOperations } from './api';
import { CONTINUE, countsOf, statusesOf } from './outcomes';

/** Rule R5: of the last History Size keys used, none is forgotten. */
useProcessedStore();
useNoJitter();
// A run with keys lasts a tenth of a second longer than its requests.
useFastTime(20);
const { stub, kinds, texting, of, arrived } = useOperations();

const withHistory = (idempotencyHistorySize: number, more: object = {}) => ({
	safeguards: { ...KEY, idempotencyHistorySize, ...more },
});
const twice = () => arrived().length - new Set(arrived()).size;

describe.each(kinds)('%s with a history of 20 keys, full', (_, run) => {
	const parameters = withHistory(20);
	const known = orders(20);
	beforeEach(async () => {
		await run(known, { parameters });
		expect(arrived()).toHaveLength(20);
	});

	it.each([
		['one new item before 19 known ones', [...orders(1, 20), ...known.slice(0, 19)]],
		['one new item after 19 known ones', [...known.slice(0, 19), ...orders(1, 20)]],
		['ten new items before the ten used first', [...orders(10, 20), ...known.slice(0, 10)]],
		['ten new items after the ten used first', [...known.slice(0, 10), ...orders(10, 20)]],
		['new and known ones in turn', orders(10, 20).flatMap((one, i) => [one, known[i]])],
		[
			'known ones in the order reversed, new ones between',
			[...orders(5, 20), ...[...known.slice(0, 10)].reverse(), ...orders(5, 25)],
		],
	])('%s: no known one is done again, in this run or the next', async (__, items) => {
		const fresh = items.filter((item) => !known.includes(item)).length;
		const first = await run(items, { parameters });
		expect(countsOf(statusesOf(first, items.length)).skipped).toBe(items.length - fresh);
		await run([...items].reverse(), { parameters });
		expect({ arrived: arrived().length, twice: twice() }).toEqual({
			arrived: 20 + fresh,
			twice: 0,
		});
	});

	it('a key that is looked at again is used again, and stays', async () => {
		await run(known.slice(0, 5), { parameters });
		await run(orders(15, 20), { parameters });
		await run(known.slice(0, 5), { parameters });
		expect({ arrived: arrived().length, twice: twice() }).toEqual({ arrived: 35, twice: 0 });
	});

	it('a refused item costs no known key its place', async () => {
		stub.answer(() => ({ status: 400, json: { error: 'No', code: 'not_now' } }));
		await run(orders(5, 20), { parameters, settings: CONTINUE });
		stub.answer(goodAnswer);
		const again = await run(known.slice(5), { parameters });
		expect(countsOf(statusesOf(again, 15))).toEqual({ skipped: 15 });
	});
});

describe('a history of the usual size', () => {
	it('remembers 9,000 people after 1,000 new ones, Send Many', async () => {
		const run = of('Send Many');
		await run(orders(10_000), { parameters: { safeguards: KEY } });
		const items = [...orders(1_000, 10_000), ...orders(9_000)];
		const again = await run(items, { parameters: { safeguards: KEY } });
		expect(countsOf(statusesOf(again, 10_000))).toEqual({ queued: 1_000, skipped: 9_000 });
		expect({ arrived: arrived().length, twice: twice() }).toEqual({ arrived: 11_000, twice: 0 });
	});

	it('remembers people over several batches of new ones before them', async () => {
		const run = of('Send Many');
		const parameters = withHistory(2_500);
		await run(orders(2_500), { parameters });
		await run([...orders(1_000, 2_500), ...orders(1_500)], { parameters });
		expect({ arrived: arrived().length, twice: twice() }).toEqual({ arrived: 3_500, twice: 0 });
	});
});

describe('the scope Whole Workflow', () => {
	const workflow = { idempotencyScope: 'workflow' };

	it.each([
		['another operation', 'Revenue > Record'],
		['another operation in batches', 'Revenue > Record Many'],
		['a node of the same operation', 'Send'],
		['a node of the same operation in batches', 'Send Many'],
	])('%s with a smaller history leaves the keys of a larger one', async (_, other) => {
		const run = of('Send');
		await run(orders(40), { parameters: withHistory(1_000, workflow) });
		await of(other)(orders(3, 100), { parameters: withHistory(5, workflow) });
		await of(other)(orders(3, 103), { parameters: withHistory(5, workflow) });
		const again = await run(orders(40), { parameters: withHistory(1_000, workflow) });
		expect(countsOf(statusesOf(again, 40))).toEqual({ skipped: 40 });
	});

	it('is asked by a node with a smaller history and still knows all', async () => {
		await of('Send')(orders(40), { parameters: withHistory(1_000, workflow) });
		const again = await of('Send Many')(orders(5), { parameters: withHistory(5, workflow) });
		expect(countsOf(statusesOf(again, 5))).toEqual({ skipped: 5 });
	});
});

describe.each(texting)('%s: two items with one key', (_, run) => {
	const [first, second] = orders(2);
	const pair = [first, { ...second, order: first.order }];

	it('are one text', async () => {
		const result = await run(pair, { parameters: { safeguards: KEY } });
		expect(statusesOf(result, 2)).toEqual(['queued', 'skipped']);
		expect(result.items[1].json).toMatchObject({ reason: 'same_key', same_key_as_item: 0 });
	});

	it('go to the second person where the first has opted out', async () => {
		stub.answer((request) =>
			request.method === 'GET'
				? {
						json: contactsPage([
							{ phone_number: first.to, list_number: '+18005550142', active: false },
						]),
					}
				: goodAnswer(request),
		);
		const parameters = { safeguards: { ...KEY, skipOptedOut: true } };
		const result = await run(pair, { parameters, settings: CONTINUE });
		expect(statusesOf(result, 2)).toEqual(['skipped', 'queued']);
		expect(arrived()).toEqual([second.to]);
	});

	it('go to the second person where the first number is none', async () => {
		const items = [{ ...first, to: '123' }, pair[1]];
		const result = await run(items, { parameters: { safeguards: KEY }, settings: CONTINUE });
		expect(statusesOf(result, 2)).toEqual(['rejected', 'queued']);
		expect(arrived()).toEqual([second.to]);
	});

	it('are never said to be the same as a key that was not taken', async () => {
		stub.answer((request) =>
			JSON.stringify(request.body).includes(first.to)
				? { status: 400, json: { error: 'No', code: 'not_sendable' } }
				: goodAnswer(request),
		);
		const result = await run(pair, { parameters: { safeguards: KEY }, settings: CONTINUE });
		const [one, other] = statusesOf(result, 2);
		expect(one).toBe('rejected');
		// Sent by itself, or said to be free to send again; not left out as done.
		expect(['queued', 'rejected', 'not_sent']).toContain(other);
	});
});
