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
		expect(boots(warmsUp, warmsUp, warmsUp, warmsUp, warmsUp)).toEqual({
			whileRunning: 0,
			overRestarts: 0,
			rssWhileRunning: 0,
			rssOverRestarts: 0,
		});
	});

	it('is found while a process runs', () => {
		const leaks = (uptime: number) => 200 + uptime / 10;
		const growth = boots(leaks, leaks, leaks, leaks, leaks);
		expect(growth.whileRunning).toBeGreaterThan(9);
		expect(growth.overRestarts).toBe(0);
		expect(growsTooMuch(growth)).toBe(true);
	});

	it('is found from one process to the next, the first one aside', () => {
		const growth = boots(...[300, 200, 204, 208, 212, 216].map((heap) => () => heap));
		expect(growth.whileRunning).toBe(0);
		expect(growth.overRestarts).toBeCloseTo(7.7);
		expect(growsTooMuch(growth)).toBe(true);
	});

	it.each([
		['half of them', [300, 200, 200, 220, 220, 220], true],
		['all by little', [300, 200, 201, 202, 203, 204], false],
		['the lowest first', [232, 213, 231, 231, 230, 231], false],
		['one that holds more', [232, 213, 214, 240, 212, 213], false],
		['one that holds more than each before, again and again', [1, 200, 190, 215, 205, 230], true],
	])('is a trend of all processes: %s', (_, heaps, tooMuch) => {
		expect(growsTooMuch(boots(...heaps.map((heap) => () => heap)))).toBe(tooMuch);
	});

	it('is not known from three processes after the first one', () => {
		const growth = boots(...[232, 213, 231, 231].map((heap) => () => heap));
		expect(growth).toMatchObject({ whileRunning: 0, overRestarts: null });
	});

	it('does not take executions that are under way for growth', () => {
		const busy = (uptime: number) => (uptime % 60 === 0 ? 230 : 200);
		expect(growsTooMuch(boots(steady, busy, busy, busy, busy))).toBe(false);
	});

	it('is compared at the same uptime where a process ended sooner', () => {
		const slow = (uptime: number) => 200 + uptime / 100;
		const whole = [1, 2, 3].flatMap((number) => boot(number, slow));
		const samples = [...boot(0, steady), ...whole, ...boot(4, slow).slice(0, 15)];
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
