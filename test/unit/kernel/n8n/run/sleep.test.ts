import { sleepUnlessStopped } from '../../../../../kernel/n8n/run/sleep';

describe('a pause', () => {
	afterEach(() => {
		jest.useRealTimers();
	});

	it('goes on when its time is over', async () => {
		const started = Date.now();
		expect(await sleepUnlessStopped(20, undefined)).toBe(true);
		expect(await sleepUnlessStopped(20, new AbortController().signal)).toBe(true);
		expect(Date.now() - started).toBeGreaterThanOrEqual(38);
	});

	it('does not begin in an execution that was stopped', async () => {
		jest.useFakeTimers();
		expect(await sleepUnlessStopped(60_000, AbortSignal.abort())).toBe(false);
	});

	it('ends when the execution is stopped', async () => {
		jest.useFakeTimers({ doNotFake: ['setImmediate'] });
		const stop = new AbortController();
		setImmediate(() => stop.abort());
		expect(await sleepUnlessStopped(60_000, stop.signal)).toBe(false);
	});

	it('leaves nothing behind that listens to the execution', async () => {
		const { signal } = new AbortController();
		const add = jest.spyOn(signal, 'addEventListener');
		const remove = jest.spyOn(signal, 'removeEventListener');
		await sleepUnlessStopped(1, signal);
		const listeners = add.mock.calls.map(([event, listener]) => [event, listener]);
		expect(listeners).toEqual([['abort', expect.any(Function)]]);
		expect(remove.mock.calls).toEqual(listeners);
	});
});
