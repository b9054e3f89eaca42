import { Clock } from '../../../../sandbox/core/timing/clock';

const NOON = Date.parse('2027-02-14T12:00:00Z');

describe('the clock of an account', () => {
	beforeEach(() => jest.useFakeTimers({ now: NOON }));
	afterEach(() => jest.useRealTimers());

	it('goes on from where it was set', () => {
		const clock = new Clock(1);
		clock.set(NOON - 5_000);
		jest.setSystemTime(NOON + 1_000);
		expect(clock.now()).toBe(NOON - 4_000);
	});

	it('stands still while it is halted, also where it is set meanwhile, and then goes on', () => {
		const clock = new Clock(1);
		clock.halt();
		jest.setSystemTime(NOON + 9_000);
		expect([clock.stands, clock.now()]).toEqual([true, NOON]);
		clock.set(NOON + 60_000);
		jest.setSystemTime(NOON + 10_000);
		expect(clock.now()).toBe(NOON + 60_000);
		clock.run();
		jest.setSystemTime(NOON + 12_000);
		expect([clock.stands, clock.now()]).toEqual([false, NOON + 62_000]);
	});
});
