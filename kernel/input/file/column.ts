import { redact } from '../../http/redact';
import { InputError } from '../inputError';
import { plainText } from '../plainText';

/** Which of a file's columns holds what is wanted. */
export interface ChosenColumn {
	/** From 0. */
	index: number;
	/** Whether the first record names the columns. */
	hasHeader: boolean;
	/** As an error calls it. */
	name: string;
}

/** Three digits before any letter, or seven at all: no name, but a value with a fault, which is told. */
const MEANT_AS_VALUE = /^[^\p{L}]*(?:\p{Nd}[^\p{L}]*){3}|(?:\p{Nd}\P{Nd}*){7}/u;

/** Names that an error lists. */
const LISTED = 10;

/**
 * The column that is wanted, by the first record of a file. A first record is a header where its value
 * in that column has letters and is none of the values that are wanted.
 *
 * @param wanted name of the column in the header, or its number from 1; the first column unless given
 * @param isValue whether a text is a value of the column rather than its name
 * @throws InputError `no_such_column`; `which_column` where none is named and several hold values
 */
export function chooseColumn(
	first: readonly string[],
	wanted: string | undefined,
	label: string,
	isValue: (text: string) => boolean,
): ChosenColumn {
	const isHeader = (index: number) =>
		/\p{L}/u.test(first[index]) && !isValue(first[index]) && !MEANT_AS_VALUE.test(first[index]);
	const of = (index: number): ChosenColumn => {
		const hasHeader = isHeader(index);
		return { index, hasHeader, name: hasHeader ? `"${first[index].trim()}"` : `${index + 1}` };
	};
	if (wanted === undefined) {
		refuseSeveral(first, 1, label, isValue);
		return of(0);
	}
	const plain = plainText(wanted).trim();
	const named = first.findIndex((name) => plainText(name).trim() === plain);
	if (named !== -1) return { index: named, hasHeader: true, name: `"${wanted}"` };
	const place = /^\d+$/.test(plain) ? Number(plain) : 0;
	if (place >= 1 && place <= first.length) return of(place - 1);
	throw new InputError(
		label,
		'no_such_column',
		`the file has no column "${wanted}"`,
		hintOf(first, isHeader),
	);
}

function hintOf(first: readonly string[], isHeader: (index: number) => boolean): string {
	const names = first.slice(0, LISTED).filter((_, index) => isHeader(index));
	if (names.length === 0) {
		return 'Its first row holds no column names: enter the number of the column instead, e.g. 1.';
	}
	const list = names.map((name) => `"${name.trim()}"`).join(', ');
	const garbled = list.includes('\ufffd') ? ' If names look garbled, save the file as UTF-8.' : '';
	return `Its columns are ${redact(list)}.${garbled}`;
}

/**
 * Refuses a record with several values, one of which may be e.g. an order number, where nobody said which
 * column is wanted.
 *
 * @throws InputError `which_column`
 */
export function refuseSeveral(
	record: readonly string[],
	row: number,
	label: string,
	isValue: (text: string) => boolean,
): void {
	if (record.filter(isValue).length <= 1) return;
	throw new InputError(
		label,
		'which_column',
		`row ${row} of the file holds several numbers`,
		'Enter the name or number of the column, e.g. 1. In a text file, write one number on each line.',
	);
}
