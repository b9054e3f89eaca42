import { maskPhoneNumber } from '../../http/redact';
import { InputError } from '../inputError';
import { chooseColumn, type ChosenColumn, refuseSeveral } from './column';
import { scanCsv, type CsvScanner } from './csvScanner';
import { readBeginning } from './delimiter';
import { createNumberList, type NumberList } from './numberList';
import { textOf } from './textStream';

/** Reads one value of a file: the number, or why it is none, with at most its last four digits. */
export type NumberReader = (text: string) => number | string;

/** How a file is read. */
export interface NumbersFile {
	/** In pieces. */
	chunks: AsyncIterable<Uint8Array>;
	/** Name of the column, or its number from 1; the first column unless given. */
	column?: string;
	read: NumberReader;
	/** The fields that name the file and the column, for errors. */
	labels: { file: string; column: string };
	/** Numbers that one file may hold. */
	maxNumbers: number;
}

/** A value that is no number. It shows at most the last four digits. */
export interface BadRow {
	/** Row of the file, from 1, the header included. */
	row: number;
	value: string;
	problem: string;
}

/** What a file holds. */
export interface NumbersRead {
	numbers: NumberList;
	/** Values that stand in an earlier row as well. */
	repeated: number;
	/** Values that are no numbers, and the first of them. */
	invalid: number;
	invalidRows: BadRow[];
	column: string;
}

/** Values that are no numbers of which the rows are kept. */
const BAD_ROWS = 10;

/**
 * The numbers in a column of a CSV file, or of a text file with one number a line, each once, in the
 * file's order. It takes about 20 bytes a number, and of the file a piece at a time.
 *
 * @throws InputError for a file that is no text, that has no such column, that breaks off inside of
 *   quotation marks, or that holds too many numbers
 */
export async function readNumbers(file: NumbersFile): Promise<NumbersRead> {
	const { chunks, read, labels, maxNumbers } = file;
	const numbers = createNumberList();
	const result: NumbersRead = { numbers, repeated: 0, invalid: 0, invalidRows: [], column: '1' };
	let column: ChosenColumn | undefined;
	let isSure = file.column !== undefined;
	let skipped = 0;
	const isValue = (text: string) => typeof read(text) === 'number';

	const take = (text: string, row: number) => {
		const number = read(text);
		if (typeof number === 'string') {
			result.invalid++;
			if (result.invalidRows.length < BAD_ROWS) {
				result.invalidRows.push({ row, value: maskPhoneNumber(text), problem: number });
			}
		} else if (!numbers.add(number, row)) result.repeated++;
		else if (numbers.size > maxNumbers) throw tooMany(labels.file, maxNumbers);
	};
	const onRecord = (values: readonly string[], number: number) => {
		if (column === undefined) {
			if (values.every((value) => value.trim() === '')) return;
			column = chooseColumn(values, file.column, labels.column, isValue);
			result.column = column.name;
			if (column.hasHeader) return;
		}
		const text = values[column.index] ?? '';
		if (text.trim() === '') return;
		// Names of columns say nothing: the first record below them does.
		if (!isSure) refuseSeveral(values, number + skipped, labels.column, isValue);
		isSure = true;
		take(text, number + skipped);
	};

	let scanner: CsvScanner | undefined;
	let begun = '';
	const push = (text: string, isWhole: boolean) => {
		if (scanner !== undefined) return scanner.push(text);
		begun += text;
		const beginning = readBeginning(begun, isWhole);
		if (beginning === undefined) return;
		skipped = beginning.skip.records;
		scanner = scanCsv(beginning.delimiter, onRecord);
		scanner.push(begun.slice(beginning.skip.characters));
		begun = '';
	};
	for await (const text of textOf(chunks, labels.file)) push(text, false);
	push('', true);
	const open = scanner?.end();
	if (open !== undefined) throw notClosed(labels.file, open + skipped);
	numbers.close();
	return result;
}

function tooMany(label: string, maxNumbers: number): InputError {
	const most = maxNumbers.toLocaleString('en');
	return new InputError(
		label,
		'too_many_numbers',
		`the file has more than ${most} numbers`,
		'Split the file, e.g. one item for each part.',
	);
}

function notClosed(label: string, row: number): InputError {
	return new InputError(
		label,
		'broken_csv',
		`the quotation mark opened in row ${row.toLocaleString('en')} is never closed`,
		'Export the file again, or remove that quotation mark.',
	);
}
