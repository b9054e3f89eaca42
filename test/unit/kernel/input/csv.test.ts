import fc from 'fast-check';

import { readCsv } from '../../../../kernel/input/csv';

describe('a CSV text', () => {
	it.each<[string, string, Array<Record<string, string>>]>([
		['a row', 'a,b\n1,2', [{ a: '1', b: '2' }]],
		[
			'other line ends',
			'a,b\r\n1,2\r\n3,4\r\n',
			[
				{ a: '1', b: '2' },
				{ a: '3', b: '4' },
			],
		],
		['quotes', 'a\n"1,""2""\n3"', [{ a: '1,"2"\n3' }]],
		['a byte order mark', '\ufeffa\n1', [{ a: '1' }]],
		['empty rows', 'a,b\n\n,\n1,', [{ a: '1', b: '' }]],
		[
			'short and long rows',
			'a,b\n1\n1,2,3',
			[
				{ a: '1', b: '' },
				{ a: '1', b: '2' },
			],
		],
		['names that are empty or stand twice', 'a,,a\n1,2,3', [{ a: '1', column_2: '2', a_3: '3' }]],
		['text after a closing quote', 'a,b\n"1"2,3', [{ a: '12', b: '3' }]],
		['a quote inside a value', 'a,b\n1"2",3', [{ a: '1"2"', b: '3' }]],
		['a long value', `a\n${'1'.repeat(3_000)}`, [{ a: '1'.repeat(3_000) }]],
		['a header alone', 'a,b\n', []],
		['nothing', '', []],
	])('with %s', (_, text, rows) => {
		expect(readCsv(text)).toEqual(rows);
	});

	it('is refused where a quote never closes, as if the rest of it were one value', () => {
		expect(() => readCsv('a,b\n1,2\n3,"4\n5,6')).toThrow('opened in row 3 is never closed');
	});

	it('gives back what was written with quotes, whatever it is', () => {
		const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string())), (rows) => {
				const text = [['a', 'b'], ...rows].map((row) => row.map(quote).join(',')).join('\n');
				expect(readCsv(text)).toEqual(rows.map(([a, b]) => ({ a, b })));
			}),
		);
	});

	it('of many rows takes linear time', () => {
		const text = `a,b\n${'"1, 2",3\n'.repeat(200_000)}`;
		expect(readCsv(text)).toHaveLength(200_000);
	});
});
