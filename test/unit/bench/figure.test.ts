import { barPicture } from '../../bench/bars';
import { compare, median, spread, type Subject } from '../../bench/figure';

/** A subject that costs what it is told, and knows when it ran. */
function subjectOf(name: string, costs: number[], order: string[]): Subject {
	const left = [...costs];
	return {
		name,
		run: async () => {
			order.push(name);
			return left.shift()!;
		},
	};
}

describe('figures of the bench', () => {
	it('compares by turns, and the first run of each does not count', async () => {
		const order: string[] = [];
		const lines: string[] = [];
		const ours = subjectOf('ours', [99, 1, 2, 4], order);
		const theirs = subjectOf('theirs', [1, 10, 10, 10], order);
		const print = (line: string) => lines.push(line);
		expect(await compare(ours, theirs, { runs: 3, print })).toBe(5);
		expect(order.join(' ')).toBe('ours theirs ours theirs theirs ours ours theirs');
		expect(lines).toContain('  ratio of 3 runs by turns: min 2.500  median 5.000  max 10.000');
	});

	it('takes the middle of two for an even number of runs', () => {
		expect(median([4, 1, 3, 2])).toBe(2.5);
		expect(spread([4, 1, 3, 2], 1)).toBe('min 1.0  median 2.5  max 4.0');
	});

	it('draws a longer bar for a higher ratio, with its number and its name', () => {
		const picture = barPicture('Faster & "better"', [
			{ label: 'A < B', ratio: 90.4 },
			{ label: 'C', ratio: 1.25 },
		]);
		const bars = [...picture.matchAll(/<rect x="330" [^>]*width="([\d.]+)"/g)];
		const [long, short] = bars.map(([, width]) => Number(width));
		expect(picture).toContain('aria-label="Faster &amp; &quot;better&quot;"');
		expect(picture).toContain('A &lt; B');
		expect(picture).toMatch(/>90 ×<.*\n.*>1\.25 ×</);
		expect(long).toBeGreaterThan(short);
	});
});
