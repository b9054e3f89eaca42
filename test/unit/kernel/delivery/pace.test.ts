import fc from 'fast-check';

import { createPacer } from '../../../../kernel/delivery/pace';

describe('a pacer', () => {
	it('lets the first go at once and the next when its turn comes', () => {
		let now = 1_000;
		const pacer = createPacer({ count: 10, per: 1_000 }, () => now);
		expect(pacer.delay()).toBe(0);
		pacer.spend(5);
		expect(pacer.delay()).toBe(500);
		now += 200;
		expect(pacer.delay()).toBe(300);
		now += 10_000;
		expect(pacer.delay()).toBe(0);
	});

	it('never lets more go in any stretch of time than the pace and one portion', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 50 }),
				fc.array(fc.record({ portion: fc.integer({ min: 1, max: 50 }), idle: fc.nat(3_000) }), {
					minLength: 1,
				}),
				(count, steps) => {
					let now = 0;
					const pacer = createPacer({ count, per: 1_000 }, () => now);
					const sent: Array<{ at: number; portion: number }> = [];
					for (const { portion, idle } of steps) {
						now += idle;
						now += pacer.delay();
						pacer.spend(portion);
						sent.push({ at: now, portion });
					}
					sent.forEach((first, start) => {
						const last = sent[sent.length - 1];
						const before = sent.slice(start, -1).reduce((sum, each) => sum + each.portion, 0);
						expect(before).toBeLessThanOrEqual(((last.at - first.at) * count) / 1_000 + 1e-6);
					});
				},
			),
		);
	});
});
