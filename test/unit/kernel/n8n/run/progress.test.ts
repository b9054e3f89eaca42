import type { IExecuteFunctions } from 'n8n-workflow';

import { trackProgress } from '../../../../../kernel/n8n/run/progress';

function start() {
	const lines: unknown[] = [];
	let now = 1_000;
	const context: Partial<IExecuteFunctions> = {
		getNode: () => ({ name: 'Send Texts' }) as ReturnType<IExecuteFunctions['getNode']>,
		sendMessageToUI: (line: unknown) => void lines.push(line),
	};
	const progress = trackProgress(context as IExecuteFunctions, () => now);
	return { progress, lines, pass: (milliseconds: number) => (now += milliseconds) };
}

describe('progress of a long run', () => {
	it('is told once a second at most', () => {
		const { progress, lines, pass } = start();
		for (let done = 1; done <= 3_000; done++) {
			pass(1);
			progress.tell(done * 10, 30_000);
		}
		expect(lines).toEqual([
			'Send Texts: 10,000 of 30,000',
			'Send Texts: 20,000 of 30,000',
			'Send Texts: 30,000 of 30,000',
		]);
	});

	it('is not told where n8n has no way to', () => {
		let now = 1_000;
		const progress = trackProgress({} as IExecuteFunctions, () => now);
		now += 5_000;
		expect(() => progress.tell(100)).not.toThrow();
	});

	it('needs no total', () => {
		const { progress, lines, pass } = start();
		pass(1_000);
		progress.tell(7_000);
		expect(lines).toEqual(['Send Texts: 7,000']);
	});

	it('ends in a duration and a speed, unless it was short', () => {
		const { progress, pass } = start();
		pass(4_999);
		expect(progress.pace(100)).toBeUndefined();
		pass(5_001);
		expect(progress.pace(12_345)).toBe('10 s, 1,235 items a second');
	});
});
