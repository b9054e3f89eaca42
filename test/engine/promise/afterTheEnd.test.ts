import { setTimeout as pause } from 'node:timers/promises';

import { VirtualClock } from '../../chaos/model/clock';
import { useNoJitter, type RunOperation } from '../../kit/operation';
import type { StubAnswer } from '../../kit/stub';
import { useProcessedStore } from '../../kit/processedStore';
import { goodAnswer, KEY, orders, useOperations } from './api';
import { CONTINUE, countsOf, EVERY_ITEM_COMES_OUT, statusesOf } from './outcomes';

/** Rule R7: after the end of a run nothing leaves, also not what waits for its pace or turn. */
useProcessedStore();
useNoJitter();
const { stub, texting, kinds, of, writes } = useOperations();

/** Long enough on the clock that is used for everything to leave at the pace that these tests set. */
const A_WHILE = 60_000;
/** Milliseconds in which what has left arrives. */
const ARRIVAL = 100;
const PACE = { safeguards: { textsPerSecond: 20 } };
/** In batches, one holds what may leave in a second. */
const gapOf = (bulk: boolean) => (bulk ? 1_000 : 50);

const REFUSED: StubAnswer = {
	status: 400,
	json: { error: 'No such list', code: 'list_not_found' },
};
const FATAL: Array<[name: string, answer: StubAnswer]> = [
	['the key is refused', { status: 401, json: { error: 'Revoked', code: 'invalid_api_key' } }],
	['it is redirected', { status: 302, text: '', headers: { Location: 'https://example.com' } }],
];

describe.each(texting)('%s at a pace', (name, run) => {
	const bulk = name.includes('Many');
	const perRequest = bulk ? 20 : 1;
	const items = orders(20 * perRequest);

	/** Stands still but where a test moves it: what leaves depends on the pace, not on the machine. */
	let clock: VirtualClock;
	let useRealTime: () => void;
	beforeEach(() => {
		clock = new VirtualClock();
		useRealTime = clock.install();
	});
	afterEach(() => useRealTime());

	/**
	 * Starts a run whose first request is answered well, and lets time pass until so many have
	 * arrived. The others wait for their answer, and the next one for its pace.
	 */
	async function startHeld(count: number, how: Parameters<RunOperation>[1]) {
		let answerAll: (answer: StubAnswer) => void = () => {};
		const told = new Promise<StubAnswer>((resolve) => (answerAll = resolve));
		stub.answer(async (request) => (writes().length > 1 ? await told : goodAnswer(request)));
		const execution = run.start(items, how);
		for (let arrived = 1; arrived <= count; arrived++) {
			if (arrived > 1) await clock.advance(gapOf(bulk));
			while (writes().length < arrived) await clock.advance(0);
		}
		return { execution, answerAll };
	}

	/** Fails where a request leaves after the end of its run, whenever that is. */
	async function expectNoMoreThan(count: number) {
		expect(writes()).toHaveLength(count);
		await clock.advance(A_WHILE);
		await pause(ARRIVAL);
		expect(writes()).toHaveLength(count);
	}

	it.each(FATAL)('ends where %s, On Error = Continue', async (_, answer) => {
		const settings = CONTINUE;
		const { execution, answerAll } = await startHeld(3, { parameters: PACE, settings });
		answerAll(answer);
		const result = await execution.done;
		await expectNoMoreThan(3);
		const counts = countsOf(statusesOf(result, items.length));
		expect(counts.not_sent).toBe(items.length - 3 * perRequest);
	});

	it.each(bulk ? FATAL : [...FATAL, ['one is refused', REFUSED] as const])(
		'ends where %s, On Error = Stop',
		async (_, answer) => {
			const { execution, answerAll } = await startHeld(3, { parameters: PACE });
			answerAll(answer);
			const { error } = await execution.done;
			// The items of the first batch have been texted, which an error would hide.
			expect(error === undefined).toBe(bulk);
			await expectNoMoreThan(3);
		},
	);

	it('ends at a Stop at once', async () => {
		const { execution } = await startHeld(3, { parameters: PACE, settings: CONTINUE });
		execution.stop();
		// No time passes meanwhile: neither the held answers nor the pace are waited for.
		await execution.done;
		await expectNoMoreThan(3);
	});

	it('ends at a Stop, with keys', async () => {
		const safeguards = { ...PACE.safeguards, ...KEY };
		const underWay = bulk ? 2 : 3;
		const how = { parameters: { safeguards }, settings: CONTINUE };
		const { execution } = await startHeld(underWay, how);
		execution.stop();
		let isOver = false;
		void execution.done.then(() => (isOver = true));
		// The keys are looked at once more, after a while.
		while (!isOver) await clock.advance(gapOf(bulk));
		await expectNoMoreThan(underWay);
	});
});

it.each(texting)('%s ends where the connection cannot be made', async (_, run) => {
	const credential = { customBaseUrl: 'http://127.0.0.1:9/api/v2' };
	const result = await run(orders(60), { parameters: PACE, settings: CONTINUE, credential });
	expect(countsOf(statusesOf(result, 60)).not_sent).toBeGreaterThan(0);
});

it.each(texting.filter(([name]) => name.includes('Many')))(
	'%s goes on where a batch is refused, On Error = Stop',
	async (_, run) => {
		stub.answer(() => REFUSED);
		const result = await run(orders(4), { parameters: { safeguards: { textsPerSecond: 2 } } });
		expect(result.error).toBeUndefined();
		expect(writes()).toHaveLength(2);
	},
);

describe('side by side, without a pace', () => {
	it.each([['On Error = Stop', {}], ...EVERY_ITEM_COMES_OUT])(
		'what waits for its turn stays where it is after a fatal failure, %s',
		async (_, settings) => {
			stub.answer(() => FATAL[0][1]);
			await of('Send')(orders(200), { settings });
			const atTheEnd = writes().length;
			expect(atTheEnd).toBeLessThanOrEqual(16);
			await pause(ARRIVAL);
			expect(writes()).toHaveLength(atTheEnd);
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
		await pause(ARRIVAL);
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
