import { growsTooMuch, growthOf, type MemorySample } from '../../soak/memory';

/** A process of ten minutes, a sample every 20 seconds. */
const boot = (number: number, heapAt: (uptime: number) => number): MemorySample[] =>
	Array.from({ length: 30 }, (_, index) => {
		const uptime = 20 * (index + 1);
		const heap = heapAt(uptime);
		return { boot: number, uptime, heap, rss: 2 * heap };
	});

const steady = () => 200;
const boots = (...heaps: Array<(uptime: number) => number>) =>
	growthOf(heaps.flatMap((heapAt, index) => boot(index, heapAt)));

describe('the growth of memory', () => {
	it('is none where n8n only warms up', () => {
		const warmsUp = (uptime: number) => Math.min(180, uptime);
		expect(boots(warmsUp, warmsUp, warmsUp)).toEqual({
			whileRunning: 0,
			overRestarts: 0,
			rssWhileRunning: 0,
			rssOverRestarts: 0,
		});
	});

	it('is found while a process runs', () => {
		const leaks = (uptime: number) => 200 + uptime / 10;
		const growth = boots(leaks, leaks, leaks);
		expect(growth.whileRunning).toBeGreaterThan(9);
		expect(growth.overRestarts).toBe(0);
		expect(growsTooMuch(growth)).toBe(true);
	});

	it('is found from one process to the next, the first one aside', () => {
		const growth = boots(
			() => 300,
			() => 200,
			() => 205,
			() => 212,
		);
		expect(growth).toMatchObject({ whileRunning: 0, overRestarts: 6 });
		expect(growsTooMuch(growth)).toBe(true);
	});

	it('does not take executions that are under way for growth', () => {
		const busy = (uptime: number) => (uptime % 60 === 0 ? 230 : 200);
		expect(growsTooMuch(boots(steady, busy, busy))).toBe(false);
	});

	it('is compared at the same uptime where a process ended sooner', () => {
		const slow = (uptime: number) => 200 + uptime / 100;
		const samples = [boot(0, steady), boot(1, slow), boot(2, slow).slice(0, 15)].flat();
		expect(growthOf(samples).overRestarts).toBe(0);
	});

	it('is not known from few samples, and then not too much', () => {
		const growth = growthOf(boot(0, steady).slice(0, 12));
		expect(growth).toEqual({
			whileRunning: null,
			overRestarts: null,
			rssWhileRunning: null,
			rssOverRestarts: null,
		});
		expect(growsTooMuch(growth)).toBe(false);
	});
});
