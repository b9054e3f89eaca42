import fc from 'fast-check';

import { PollShare } from '../../../../kernel/delivery/pollShare';

const START = 1_000_000;

/** Polls as often as it may until the reset. @returns milliseconds from the start */
function pollAll(remaining: number, time: number): number[] {
	const share = new PollShare();
	const polls: number[] = [];
	const rate = { remaining, resetAt: START + time };
	for (let now = START; now < START + time; ) {
		const wait = share.delay({ ...rate, remaining: rate.remaining - polls.length }, now);
		if (wait > 0) {
			now += Math.ceil(wait);
			continue;
		}
		share.spend();
		polls.push(now - START);
	}
	return polls;
}

describe('the share of polls', () => {
	it('is not limited where nothing is known', () => {
		expect(new PollShare().delay(undefined, START)).toBe(0);
	});

	it('lets a few go early and spreads the others', () => {
		const polls = pollAll(60, 20_000);
		expect(polls.slice(0, 7)).toEqual([0, 0, 0, 0, 0, 1_000, 2_000]);
	});

	it('is a third of what was left when the window was first seen, never more', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 300 }),
				fc.integer({ min: 10, max: 3_600_000 }),
				(remaining, time) => {
					expect(pollAll(remaining, time).length).toBeLessThanOrEqual(remaining / 3);
				},
			),
		);
	});

	it('begins anew after the reset', () => {
		const share = new PollShare();
		expect(share.delay({ remaining: 2, resetAt: START + 500 }, START)).toBe(500);
		expect(share.delay({ remaining: 90, resetAt: START + 60_000 }, START + 500)).toBe(0);
	});
});
