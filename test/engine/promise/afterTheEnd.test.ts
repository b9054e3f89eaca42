import { useNoJitter, type RunOperation } from '../../kit/operation';
import type { StubAnswer } from '../../kit/stub';
import { useProcessedStore } from '../../kit/processedStore';
import { goodAnswer, KEY, orders, useOperations } from './api';
import { CONTINUE, countsOf, EVERY_ITEM_COMES_OUT, statusesOf } from './outcomes';

/** Rule R7: after the end of a run nothing leaves, also not what waits for its pace or turn. */
useProcessedStore();
useNoJitter();
const { stub, texting, kinds, of, writes } = useOperations();

/** Long enough for ten more to leave at the pace that these tests set. */
const A_WHILE = 600;
const PACE = { safeguards: { textsPerSecond: 20 } };

/** How many requests the account has got when the run ends, and a while later. */
async function requestsOf(run: RunOperation, items: object[], how: Parameters<RunOperation>[1]) {
	const result = await run(items as never, how);
	const atTheEnd = writes().length;
	await new Promise((resolve) => setTimeout(resolve, A_WHILE));
	return { result, atTheEnd, later: writes().length };
}

const REFUSED: StubAnswer = {
	status: 400,
	json: { error: 'No such list', code: 'list_not_found' },
};
const FATAL: Array<[name: string, answer: StubAnswer]> = [
	['the key is refused', { status: 401, json: { error: 'Revoked', code: 'invalid_api_key' } }],
	['it is redirected', { status: 302, text: '', headers: { Location: 'https://example.com' } }],
];

/**
 * On a slow machine others may leave before the first response is in, within half a second no more than
 * half of those that would leave. Later none does.
 */
function expectFewAtTheEnd({ atTheEnd, later }: { atTheEnd: number; later: number }): void {
	expect(atTheEnd).toBeLessThanOrEqual(10);
	expect(later).toBe(atTheEnd);
}

describe.each(texting)('%s at a pace', (name, run) => {
	const bulk = name.includes('Many');
	// In batches, one batch holds what may leave in a second.
	const items = orders(bulk ? 60 : 20);

	it.each(FATAL)('ends where %s, On Error = Continue', async (_, answer) => {
		stub.answer(() => answer);
		const { result, ...requests } = await requestsOf(run, items, {
			parameters: PACE,
			settings: CONTINUE,
		});
		expectFewAtTheEnd(requests);
		const counts = countsOf(statusesOf(result, items.length));
		expect(counts.not_sent).toBe(items.length - requests.later * (bulk ? 20 : 1));
	});

	it.each([...FATAL, ['one is refused', REFUSED] as const])(
		'ends where %s, On Error = Stop',
		async (_, answer) => {
			stub.answer(() => answer);
			const { result, ...requests } = await requestsOf(run, items, { parameters: PACE });
			if (bulk && answer === REFUSED) return expect(result.error).toBeUndefined();
			expect(result.error).toBeDefined();
			expectFewAtTheEnd(requests);
		},
	);

	it('ends where the connection cannot be made', async () => {
		const credential = { customBaseUrl: 'http://127.0.0.1:9/api/v2' };
		const result = await run(items, { parameters: PACE, settings: CONTINUE, credential });
		expect(countsOf(statusesOf(result, items.length)).not_sent).toBeGreaterThan(0);
	});

	it.each([
		['with keys', { ...PACE.safeguards, ...KEY }],
		['without keys', PACE.safeguards],
	])('ends at a Stop, %s', async (_, safeguards) => {
		const execution = run.start(items, { parameters: { safeguards }, settings: CONTINUE });
		while (writes().length < 1) await new Promise(setImmediate);
		execution.stop();
		await new Promise(setImmediate);
		const atStop = writes().length;
		await execution.done;
		await new Promise((resolve) => setTimeout(resolve, A_WHILE));
		// Some may have been on their way, by far not as many as would have left since.
		expect(writes().length).toBeLessThanOrEqual(atStop + 4);
	});

	it('ends at a Stop during a long wait at once', async () => {
		const execution = run.start(items, {
			parameters: { safeguards: { textsPerMinute: 1 } },
			settings: CONTINUE,
		});
		while (writes().length < 1) await new Promise(setImmediate);
		const stopped = Date.now();
		execution.stop();
		await execution.done;
		// The next one would leave after a minute.
		expect(Date.now() - stopped).toBeLessThan(40_000);
		expect(writes()).toHaveLength(1);
	});
});

describe('side by side, without a pace', () => {
	it.each([['On Error = Stop', {}], ...EVERY_ITEM_COMES_OUT])(
		'what waits for its turn stays where it is after a fatal failure, %s',
		async (_, settings) => {
			stub.answer(() => FATAL[0][1]);
			const { atTheEnd, later } = await requestsOf(of('Send'), orders(200), { settings });
			expect(atTheEnd).toBeLessThanOrEqual(16);
			expect(later).toBe(atTheEnd);
		},
	);

	it.each(kinds)('nothing more leaves %s after a Stop', async (_, run) => {
		const waiting: Array<() => void> = [];
		stub.answer(async (request) => {
			await new Promise<void>((resolve) => waiting.push(resolve));
			return goodAnswer(request);
		});
		const execution = run.start(orders(3_000), { settings: CONTINUE });
		while (waiting.length === 0) await new Promise(setImmediate);
		execution.stop();
		// Requests of the run before, which was stopped too, may still arrive.
		const [{ path }] = writes().slice(-1);
		const own = () => writes().filter((request) => request.path === path);
		const atStop = own().length;
		await new Promise((resolve) => setTimeout(resolve, 100));
		for (const answer of waiting.splice(0)) answer();
		const answering = setInterval(() => waiting.splice(0).forEach((answer) => answer()), 5);
		await execution.done;
		clearInterval(answering);
		expect(own().length).toBeLessThanOrEqual(Math.max(atStop, 16));
	});
});

/** Those of this run; some of the run before, which was stopped, may still arrive at its start. */
const ownWrites = () => writes().filter(({ path }) => path === writes().slice(-1)[0].path);

/** Answers after which nobody knows what was done, again and again. */
const SILENT: Array<[name: string, answer: StubAnswer]> = [
	['503', { status: 503, json: { error: 'Maintenance' } }],
	['500', { status: 500, text: '' }],
	['502 in HTML', { status: 502, text: '<html>', type: 'text/html' }],
	['a cut', { cut: 'fin' }],
	['a login page in 200', { text: '<html>Log in</html>', type: 'text/html' }],
];

describe.each(SILENT)('a server that answers with %s all the time', (_, answer) => {
	it.each(['Send Many', 'Send Raw Many', 'Revenue > Record Many'])(
		'is asked a few times, and most of 5,000 are safe to send again: %s',
		async (name) => {
			stub.answer(() => answer);
			const result = await of(name)(orders(5_000), { settings: CONTINUE });
			const counts = countsOf(statusesOf(result, 5_000));
			const made = ownWrites().length;
			expect(made).toBeLessThanOrEqual(8);
			expect(counts.unknown).toBe(made * 1_000);
			expect(counts.not_sent).toBe(5_000 - counts.unknown);
		},
	);

	it.each(['Send', 'Send Raw', 'Revenue > Record'])(
		'is asked a few times, and most of 400 are safe to send again: %s',
		async (name) => {
			stub.answer(() => answer);
			const result = await of(name)(orders(400), { settings: CONTINUE });
			const counts = countsOf(statusesOf(result, 400));
			const made = ownWrites().length;
			expect(made).toBeLessThanOrEqual(64);
			expect(counts.unknown).toBe(made);
			expect(counts.not_sent).toBe(400 - counts.unknown);
		},
	);
});

it('a server that fails now and then is not given up', async () => {
	let number = 0;
	stub.answer((request) => (number++ % 4 === 1 ? { status: 503, json: {} } : goodAnswer(request)));
	const result = await of('Send Many')(orders(12_000), { settings: CONTINUE });
	expect(countsOf(statusesOf(result, 12_000))).toEqual({ queued: 9_000, unknown: 3_000 });
});

it('what was not sent keeps no key: the next run sends it', async () => {
	stub.answer(() => SILENT[0][1]);
	const first = await of('Send Many')(orders(9_000), {
		parameters: { safeguards: KEY },
		settings: CONTINUE,
	});
	const unknown = countsOf(statusesOf(first, 9_000)).unknown;
	stub.answer(goodAnswer);
	const second = await of('Send Many')(orders(9_000), { parameters: { safeguards: KEY } });
	expect(countsOf(statusesOf(second, 9_000))).toEqual({
		skipped: unknown,
		queued: 9_000 - unknown,
	});
	expect(unknown).toBeLessThan(9_000);
});
