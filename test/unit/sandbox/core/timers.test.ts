import { Timers } from '../../../../sandbox/core';

describe('timers', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('do what was planned last under a name, once', () => {
		const timers = new Timers();
		const [first, second] = [jest.fn(), jest.fn()];
		timers.plan('job', 100, first);
		timers.plan('job', 200, second);
		expect(timers.size).toBe(1);
		jest.advanceTimersByTime(1_000);
		expect(first).not.toHaveBeenCalled();
		expect(second).toHaveBeenCalledTimes(1);
		expect(timers.size).toBe(0);
	});

	it('wait longer than one timer of Node can', () => {
		const timers = new Timers();
		const act = jest.fn();
		const days = 60 * 24 * 3_600_000;
		timers.plan('job', days, act);
		jest.advanceTimersByTime(days - 1_000);
		expect(act).not.toHaveBeenCalled();
		jest.advanceTimersByTime(2_000);
		expect(act).toHaveBeenCalledTimes(1);
	});

	it('do nothing after their end, not even what is planned then', () => {
		const timers = new Timers();
		const act = jest.fn();
		timers.plan('job', 100, act);
		timers.stop();
		timers.plan('late', 100, act);
		jest.advanceTimersByTime(1_000);
		expect(act).not.toHaveBeenCalled();
		expect(timers.size).toBe(0);
	});
});
