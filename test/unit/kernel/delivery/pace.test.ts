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

	it('goes on where an earlier one with the same memory has stopped', () => {
		let now = 1_000;
		// It lives in the execution's data, which n8n stores as JSON.
		const memory = { freeAt: 0 };
		createPacer({ count: 10, per: 1_000 }, () => now, memory).spend(5);
		const later = createPacer(
			{ count: 10, per: 1_000 },
			() => now,
			JSON.parse(JSON.stringify(memory)) as typeof memory,
		);
		expect(later.delay()).toBe(500);
		now += 500;
		expect(later.delay()).toBe(0);
	});

	it('knows nothing of another memory, and spends nothing for none', () => {
		const pacer = createPacer({ count: 1, per: 60_000 }, () => 0);
		pacer.spend(0);
		expect(pacer.delay()).toBe(0);
		pacer.spend(1);
		expect(createPacer({ count: 1, per: 60_000 }, () => 0).delay()).toBe(0);
	});

	it('keeps the pace from one run to the next, however often a loop goes round', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 20 }),
				fc.array(fc.record({ portion: fc.integer({ min: 1, max: 20 }), idle: fc.nat(2_000) })),
				(count, runs) => {
					const memory = { freeAt: 0 };
					let now = 0;
					let spent = 0;
					for (const { portion, idle } of runs) {
						now += idle;
						const pacer = createPacer({ count, per: 1_000 }, () => now, memory);
						now += pacer.delay();
						// What went before this portion has had its time.
						expect(spent).toBeLessThanOrEqual((now * count) / 1_000 + 1e-6);
						pacer.spend(portion);
						spent += portion;
					}
				},
			),
		);
	});
});
