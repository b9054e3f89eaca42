import { Stopwatch } from '../../../demo/stopwatch';

describe('the times of the demo', () => {
	let now = 0;
	const watch = new Stopwatch(() => now);

	it('are told at each line, and added up by step', () => {
		now = 2.4;
		watch.ended('packing');
		expect(watch.line('Starting n8n ...')).toBe('   2 s  Starting n8n ...');
		now = 11.6;
		watch.ended('starting n8n');
		expect(watch.summary()).toBe('12 s (packing 2 s, starting n8n 9 s)');
	});
});
