import fc from 'fast-check';

import { readCsv } from '../../../../kernel/input/csv';
import { csvLine } from '../../../../kernel/input/csvLine';

it.each<[string, unknown[], string]>([
	['numbers and texts', ['66812345678', 7, true], '66812345678,7,true\r\n'],
	['nothing', [undefined, null, ''], ',,\r\n'],
	['what needs quotes', ['a,b', 'say "hi"', 'two\nlines'], '"a,b","say ""hi""","two\nlines"\r\n'],
	['formulas', ['=1+1', '+66812345678', '@x', '-x', '\tx'], "'=1+1,'+66812345678,'@x,'-x,'\tx\r\n"],
	['negative numbers', [-2, '-2.5'], '-2,-2.5\r\n'],
	['objects', [{ a: [1] }], '"{""a"":[1]}"\r\n'],
])('a line of CSV with %s', (_, values, expected) => {
	expect(csvLine(values)).toBe(expected);
});

it('gives back what was written, but for the apostrophe before a formula', () => {
	const plain = fc.string({ minLength: 1 }).filter((text) => !/^[=+\-@\t\r]/.test(text));
	fc.assert(
		fc.property(plain, plain, (a, b) => {
			expect(readCsv(csvLine(['a', 'b']) + csvLine([a, b]))).toEqual([{ a, b }]);
		}),
	);
});
