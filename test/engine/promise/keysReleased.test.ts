import { useProcessedStore, type StoreFault } from '../../kit/processedStore';
import { useFastTime } from '../../chaos/fastTime';
import { useEndOfTimers } from '../../kit/endTimers';
import { useNoJitter } from '../../kit/operation';
import { KEY, orders, useOperations } from './api';
import { CONTINUE, FAILURE_SETTINGS, statusesOf } from './outcomes';

/** Rule R4: keys are released only by who took them, and only when nothing was done. */
const store = useProcessedStore();
useNoJitter();
const { stub, kinds, texting, arrived } = useOperations();

const parameters = { safeguards: KEY };
const once = (count: number, from = 0) =>
	expect(arrived().sort()).toEqual(keysOf(count, from).sort());
/** What arrives for these orders tells them apart by recipient or by message. */
let keysOf: (count: number, from: number) => string[] = () => [];

const FAULTS: Array<[name: string, fault: Partial<StoreFault>]> = [
	['fails once', {}],
	['does its first call and loses the answer', { written: true }],
	['fails at the second call', { skip: 1 }],
	['fails at the third call', { skip: 2 }],
	['loses the answer to the second call', { skip: 1, written: true }],
	['cannot take any key', { of: 'checkProcessedAndRecord', times: Infinity }],
	['cannot give any key back', { of: 'removeProcessed', times: Infinity }],
	[
		'gives keys back and does not say so',
		{ of: 'removeProcessed', times: Infinity, written: true },
	],
	['works for one call and never again', { skip: 1, times: Infinity }],
];

/** Each fault with each setting says little that is new; the first one with each is enough. */
const settingsFor = (fault: Partial<StoreFault>) =>
	fault === FAULTS[0][1] ? FAILURE_SETTINGS : FAILURE_SETTINGS.slice(1, 2);

describe.each(kinds)('%s', (name, run) => {
	// A run with keys lasts a tenth of a second longer than its requests.
	useFastTime(20);
	beforeEach(() => {
		const byRecipient = name.startsWith('Send');
		keysOf = (count, from) =>
			orders(count, from).map(({ to, message_id }) => (byRecipient ? to : message_id));
	});

	describe.each(FAULTS)('when the store of keys %s', (_, fault) => {
		it.each(settingsFor(fault))(
			'what an earlier run did is not done again, %s',
			async (__, how) => {
				await run(orders(6), { parameters });
				once(6);
				store().fail(fault);
				await run(orders(6), { parameters, settings: how });
				store().clearFaults();
				await run(orders(6), { parameters, settings: how });
				once(6);
			},
		);

		it('nothing is done twice by the run it happens to and the next two', async () => {
			store().fail(fault);
			await run(orders(6), { parameters, settings: CONTINUE });
			store().clearFaults();
			await run(orders(6), { parameters, settings: CONTINUE });
			await run(orders(6), { parameters, settings: CONTINUE });
			expect(new Set(arrived()).size).toBe(arrived().length);
		});
	});

	it('what could not be recorded was not done, and the next run does it', async () => {
		store().fail({ of: 'checkProcessedAndRecord' });
		const first = await run(orders(1), { parameters, settings: CONTINUE });
		expect(statusesOf(first, 1)).toEqual(['rejected']);
		expect(arrived()).toEqual([]);
		await run(orders(1), { parameters, settings: CONTINUE });
		once(1);
	});

	it('what the API refuses is free, and what an earlier run did is not, in one run', async () => {
		await run(orders(3, 1), { parameters });
		stub.answer(() => ({ status: 400, json: { error: 'No', code: 'not_now' } }));
		await run(orders(4), { parameters, settings: CONTINUE });
		stub.answer(() => ({ json: { message_id: 'm', queued_count: 1, success_count: 1, id: 'x' } }));
		await run(orders(4), { parameters, settings: CONTINUE });
		// Order 0 arrived twice: once refused, once done.
		expect(arrived().sort()).toEqual([...keysOf(4, 0), ...keysOf(1, 0)].sort());
	});

	it('a Stop while the store is being asked gives nothing away', async () => {
		await run(orders(4), { parameters });
		const held = store().hold();
		const execution = run.start(orders(4), { parameters, settings: CONTINUE });
		await held.reached;
		execution.stop();
		held.release();
		await execution.done;
		await run(orders(4), { parameters, settings: CONTINUE });
		once(4);
	});

	it('a Stop while the request is under way gives nothing away', async () => {
		let answer = () => {};
		const arrival = new Promise<void>((came) => {
			stub.answer(async () => {
				came();
				await new Promise<void>((resolve) => (answer = resolve));
				return { json: { message_id: 'm', queued_count: 1, success_count: 1, id: 'x' } };
			});
		});
		const execution = run.start(orders(1), { parameters, settings: CONTINUE });
		await arrival;
		execution.stop();
		answer();
		await execution.done;
		stub.answer(() => ({ json: { message_id: 'm', queued_count: 1, success_count: 1, id: 'x' } }));
		await run(orders(1), { parameters, settings: CONTINUE });
		once(1);
	});
});

describe.each(texting)('%s with a pace', (name, run) => {
	useEndOfTimers();

	it('a Stop while texts wait gives no key of an earlier run away', async () => {
		await run(orders(6), { parameters });
		const slow = { safeguards: { ...KEY, textsPerMinute: 1 } };
		const execution = run.start([...orders(2, 6), ...orders(6)], {
			parameters: slow,
			settings: CONTINUE,
		});
		await until(() => arrived().length === 7);
		execution.stop();
		await execution.done;
		await run(orders(6), { parameters, settings: CONTINUE });
		expect({ name, texts: arrived().length }).toEqual({ name, texts: 7 });
	});

	it('a Stop while texts wait leaves their keys free: the next run texts them', async () => {
		const execution = run.start(orders(3), {
			parameters: { safeguards: { ...KEY, textsPerMinute: 1 } },
			settings: CONTINUE,
		});
		await until(() => arrived().length === 1);
		execution.stop();
		await execution.done;
		await run(orders(3), { parameters, settings: CONTINUE });
		expect(arrived().sort()).toEqual(orders(3).map(({ to }) => to));
	});
});

async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await new Promise(setImmediate);
}
