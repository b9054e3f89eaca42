import { readFileSync } from 'node:fs';
import path from 'node:path';

import { COMPARISONS, OTHERS } from '../../bench/comparisons';
import { withTables } from '../../bench/tables';

const PAGE = readFileSync(path.join(__dirname, '../../../docs/performance.md'), 'utf8');

describe('the page that the bench writes', () => {
	it('gets a row for each figure, and can be written again', () => {
		const figures = [...COMPARISONS.map(({ figure }) => figure), ...OTHERS.map(([name]) => name)];
		const results = Object.fromEntries(figures.map((name, index) => [name, 1_234.5 + index]));
		const once = withTables(PAGE, results);
		for (const value of Object.values(results)) {
			expect(once).toContain(Math.round(value).toLocaleString('en'));
		}
		expect(withTables(once, results)).toBe(once);
	});

	it('must have a place for the tables', () => {
		expect(() => withTables('# How fast it is', {})).toThrow('has no');
	});
});
