import fc from 'fast-check';

import { InputError } from '../../../../../kernel/input/inputError';
import { readNumbers, type NumbersRead } from '../../../../../kernel/input/file/readNumbers';

/** Nine or ten digits are a number, however they are spaced. */
const read = (text: string) => {
	const digits = text.replace(/[\s-]/g, '');
	return /^\d{9,10}$/.test(digits) ? Number(digits) : 'must have 9 or 10 digits';
};

const labels = { file: 'File', column: 'Column' };

async function* inPieces(bytes: Uint8Array, size: number) {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const fileOf = async (
	content: string | Uint8Array,
	{
		column,
		piece = 7,
		maxNumbers = 1_000,
	}: { column?: string; piece?: number; maxNumbers?: number } = {},
) => {
	const bytes = typeof content === 'string' ? Buffer.from(content) : content;
	return await readNumbers({ chunks: inPieces(bytes, piece), column, read, labels, maxNumbers });
};

const listOf = ({ numbers }: NumbersRead) =>
	Array.from({ length: numbers.size }, (_, place) => [numbers.at(place), numbers.rowAt(place)]);

const refusal = async (...args: Parameters<typeof fileOf>): Promise<InputError> => {
	const error = await fileOf(...args).then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	expect(error).toBeInstanceOf(InputError);
	return error as InputError;
};

const A = 812_345_678;
const B = 898_765_432;

describe('the numbers of a file', () => {
	it.each<[string, string | Uint8Array, string | undefined, number[][]]>([
		[
			'a number a line',
			'812345678\n898765432\n',
			undefined,
			[
				[A, 1],
				[B, 2],
			],
		],
		[
			'no line end at the end',
			'812345678\n898765432',
			undefined,
			[
				[A, 1],
				[B, 2],
			],
		],
		[
			'Windows line ends',
			'812345678\r\n898765432\r\n',
			undefined,
			[
				[A, 1],
				[B, 2],
			],
		],
		[
			'old Mac line ends',
			'812345678\r898765432\r',
			undefined,
			[
				[A, 1],
				[B, 2],
			],
		],
		['a byte order mark', '\ufeff812345678\n', undefined, [[A, 1]]],
		['a header', 'mobile\n812345678\n', undefined, [[A, 2]]],
		['a column by name beside other numbers', 'order,tel\n812345678,898765432\n', 'tel', [[B, 2]]],
		['a header of several columns', 'mobile,name\n812345678,Noor\n', undefined, [[A, 2]]],
		['a column by name', 'name,Mobile \nNoor,812345678\n', 'mobile', [[A, 2]]],
		[
			'a column by number',
			'Noor,812345678\nMali,898765432\n',
			'2',
			[
				[A, 1],
				[B, 2],
			],
		],
		['a column by number below a header', 'name,tel\nMali,898765432\n', '2', [[B, 2]]],
		['semicolons', 'name;tel\n"Haddad; A.";812345678\n', 'tel', [[A, 2]]],
		['tabs', 'tel\tname\n812345678\tNoor\n', 'tel', [[A, 2]]],
		['Excel saying what separates', 'sep=;\nname;tel\nNoor;812345678\n', 'tel', [[A, 3]]],
		[
			'quotes',
			'"tel","note"\n"812345678","says ""hi"",\nand more"\n898765432,\n',
			'tel',
			[
				[A, 2],
				[B, 3],
			],
		],
		[
			'empty lines',
			'\n812345678\n\n\n898765432\n\n',
			undefined,
			[
				[A, 2],
				[B, 5],
			],
		],
		['rows that are short', 'name,tel\nNoor\nMali,898765432\n', 'tel', [[B, 3]]],
		[
			'repeats',
			'812345678\n898765432\n81 234-5678\n',
			undefined,
			[
				[A, 1],
				[B, 2],
			],
		],
		['UTF-16', Buffer.from('\ufefftel\tname\n812345678\tNoor\n', 'utf16le'), 'tel', [[A, 2]]],
		[
			'UTF-16, the other way round',
			Buffer.from('\ufeff812345678\n', 'utf16le').swap16(),
			undefined,
			[[A, 1]],
		],
		[
			'an old Thai encoding',
			Buffer.from([0xaa, 0xd7, 0xe8, 0x2c, 0x74, 0x0a, 0x41, 0x2c, ...Buffer.from('812345678')]),
			't',
			[[A, 2]],
		],
	])('with %s', async (_, content, column, expected) => {
		for (const piece of [1, 7, 1_000]) {
			expect(listOf(await fileOf(content, { column, piece }))).toEqual(expected);
		}
	});

	it('counts repeats and what is no number, and shows of it the last four digits', async () => {
		const result = await fileOf('tel\n812345678\n812345678\n12345\nn/a\n898765432\n');
		expect(result).toMatchObject({
			repeated: 1,
			invalid: 2,
			invalidRows: [
				{ row: 4, value: '…2345', problem: 'must have 9 or 10 digits' },
				{ row: 5, value: '…', problem: 'must have 9 or 10 digits' },
			],
			column: '"tel"',
		});
		expect(result.numbers.size).toBe(2);
	});

	it('keeps the first ten rows that are wrong', async () => {
		const { invalid, invalidRows } = await fileOf('812345678\n' + '1\n'.repeat(1_000));
		expect([invalid, invalidRows.length]).toEqual([1_000, 10]);
	});

	it('of an empty file are none', async () => {
		expect((await fileOf('')).numbers.size).toBe(0);
		expect((await fileOf('\ufeff')).numbers.size).toBe(0);
		expect((await fileOf('tel\n')).numbers.size).toBe(0);
	});

	it.each<[string, string | Uint8Array, string | undefined, string, RegExp, RegExp]>([
		[
			'a column that is not there',
			'name,tel\nNoor,812345678\n',
			'mobile',
			'no_such_column',
			/no column "mobile"/,
			/"name", "tel"/,
		],
		[
			'a name where there is no header',
			'812345678\n',
			'mobile',
			'no_such_column',
			/no column/,
			/number of the column/,
		],
		[
			'a column number beyond the last',
			'a,b\n1,2\n',
			'3',
			'no_such_column',
			/no column "3"/,
			/"a", "b"/,
		],
		[
			'several numbers on a line',
			'812345678,898765432\n',
			undefined,
			'which_column',
			/several numbers/,
			/one number on each line/,
		],
		[
			'several numbers below names, as order numbers are',
			'order,tel\n812345678,898765432\n',
			undefined,
			'which_column',
			/row 2 of the file holds several numbers/,
			/name or number/,
		],
		[
			'an Excel workbook',
			Buffer.from('PK\u0003\u0004 and more'),
			undefined,
			'not_a_text_file',
			/Excel/,
			/CSV/,
		],
		[
			'an old Excel workbook',
			Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]),
			undefined,
			'not_a_text_file',
			/Excel/,
			/CSV/,
		],
		['a PDF', '%PDF-1.7\n', undefined, 'not_a_text_file', /PDF/, /CSV/],
		[
			'a compressed file',
			Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]),
			undefined,
			'not_a_text_file',
			/compressed/,
			/Unpack/,
		],
		[
			'a picture',
			Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0', 'latin1'),
			undefined,
			'not_a_text_file',
			/not a text/,
			/CSV/,
		],
		[
			'UTF-16 without its mark',
			Buffer.from('812345678\n', 'utf16le'),
			undefined,
			'not_a_text_file',
			/not a text/,
			/UTF-8/,
		],
		[
			'a web page',
			'<!DOCTYPE html><html></html>',
			undefined,
			'not_a_text_file',
			/web page/,
			/sign-in/,
		],
		[
			'a quotation mark that stays open',
			'tel,note\n812345678,"oh\n898765432,\n',
			'tel',
			'broken_csv',
			/row 2/,
			/quotation mark/,
		],
	])('refuses %s', async (_, content, column, code, wrong, advice) => {
		const error = await refusal(content, { column });
		expect(error.code).toBe(code);
		expect(error.message).toMatch(wrong);
		expect(error.advice).toMatch(advice);
		expect(error.message + error.advice!).not.toMatch(/\d{7}/);
	});

	it('refuses more numbers than a file may hold', async () => {
		const error = await refusal('812345678\n898765432\n', { maxNumbers: 1 });
		expect(error.code).toBe('too_many_numbers');
	});

	it('reads around a line of ten million characters', async () => {
		const file = `812345678,x\n1,${'y'.repeat(10_000_000)}\n898765432,z\n`;
		const result = await fileOf(file, { piece: 65_536, column: '1' });
		expect(listOf(result)).toEqual([
			[A, 1],
			[B, 3],
		]);
		expect(result.invalid).toBe(1);
	});

	it('reads a file that is one line of ten million characters', async () => {
		const result = await fileOf('9'.repeat(10_000_000), { piece: 65_536 });
		expect(result).toMatchObject({ invalid: 1, invalidRows: [{ row: 1, value: '…9999' }] });
	});

	it('finds what was written, whatever stands beside it', async () => {
		const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
		const number = fc.integer({ min: 100_000_000, max: 9_999_999_999 });
		const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0'));
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(text, number)),
				fc.constantFrom(',', ';', '\t'),
				fc.constantFrom('\n', '\r\n'),
				fc.integer({ min: 1, max: 50 }),
				async (rows, delimiter, lineEnd, piece) => {
					const lines = rows.map(([note, digits]) => [quote(note), digits].join(delimiter));
					const file = [['note', 'tel'].join(delimiter), ...lines].join(lineEnd);
					const { numbers, repeated } = await fileOf(file, { column: 'tel', piece });
					const expected = [...new Set(rows.map(([, digits]) => digits))];
					expect(Array.from({ length: numbers.size }, (_, at) => numbers.at(at))).toEqual(expected);
					expect(repeated).toBe(rows.length - expected.length);
				},
			),
		);
	});
});

it.each(['8.12E+08', '812345678 (Mum)', 'call 8123456', '๘๑๒๓๔ บ้าน'])(
	'a first value with a fault is told, not taken for the name of a column: %s',
	async (value) => {
		const { invalid, invalidRows, numbers } = await fileOf(`${value}\n898765432\n`);
		expect([invalid, numbers.size]).toEqual([1, 1]);
		expect(invalidRows).toMatchObject([{ row: 1 }]);
	},
);
