import { numberBody } from '../../delivery/numberBody';
import type { Note } from '../../delivery/outcome';
import { InputError } from '../../input/inputError';
import { readNumbers, type BadRow, type NumbersRead } from '../../input/file/readNumbers';
import { labelsOf, validate } from '../../input/validate';
import type { Field, ValuesOf } from '../fields/field';
import { openBinaryFile } from '../run/binaryFile';
import { firstTryOf } from '../run/firstTry';
import type { RunContext } from '../run/operation';
import { readValues } from '../run/values';
import type { ItemFile } from './fileParts';
import type { FromFileDefinition } from './fromFileDefinition';
import { columnField, fileField } from './fromFileFields';

/** The kind's own options. */
interface FileOptions {
	ifNumbersAreInvalid?: string;
}

/** Numbers of one file; they take about 100 MB while it is read. */
const MAX_NUMBERS = 5_000_000;

/** Bytes beside the digits of a number in a body: its quotation marks and comma. */
const BESIDE_DIGITS = 3;

/**
 * Reads the file of an item, and what is to be sent to its numbers.
 *
 * @param options the collection of all its options
 * @throws InputError
 */
export async function readItemFile<
	Fields extends readonly Field[],
	Options extends readonly Field[],
>(
	run: RunContext,
	definition: FromFileDefinition<Fields, Options>,
	options: Field,
	itemIndex: number,
): Promise<ItemFile> {
	const { fields, list, endpoint, reader } = definition;
	const { profile } = run;
	const values = readValues(run, fields, itemIndex);
	const given = readValues(run, [options], itemIndex).options as Partial<ValuesOf<Options>> &
		FileOptions;
	const notes: Note[] = [];
	const head = definition.head(values, given, {
		note: (note) => notes.push(note),
		startedAt: () => firstTryOf(run.context, profile.id),
	});
	const labels = labelsOf([...fields, options], profile.spelling);
	validate(endpoint.body, { ...head, [list.name]: [list.sample] }, labels, profile.spelling);
	const { binaryPropertyName = '', column } = readValues(run, [fileField, columnField], itemIndex);
	const { displayName: file } = fileField.property;
	const read = await readNumbers({
		chunks: await openBinaryFile(run, itemIndex, binaryPropertyName, file),
		column,
		read: reader((note) => notes.push(note)),
		labels: { file, column: columnField.property.displayName },
		maxNumbers: MAX_NUMBERS,
	});
	checkNumbers(read, given.ifNumbersAreInvalid !== 'fail');
	const room = profile.limits.maxRequestBytes - numberBody(head, list.name).length;
	const fitting = Math.floor(room / (longestOf(read) + BESIDE_DIGITS));
	return {
		itemIndex,
		head,
		read,
		perRequest: Math.max(1, Math.min(definition.perRequest(given), fitting)),
		notes: [...notes, ...notesOf(read)],
	};
}

/** Digits of the longest number. */
function longestOf({ numbers }: NumbersRead): number {
	let greatest = 0;
	for (let place = 0; place < numbers.size; place++) {
		greatest = Math.max(greatest, numbers.at(place));
	}
	return String(greatest).length;
}

/** @throws InputError for a file of which nothing is to be sent */
function checkNumbers(read: NumbersRead, skipsInvalid: boolean): void {
	const { numbers, repeated, invalid, invalidRows, column } = read;
	const { displayName: label } = fileField.property;
	if (numbers.size === 0 && invalid === 0) {
		const wrong = `column ${column} of the file holds no numbers`;
		throw new InputError(label, 'no_numbers', wrong, 'Check that the right file arrives here.');
	}
	const isMost = invalid > numbers.size + repeated;
	if (invalid === 0 || (skipsInvalid && !isMost)) return;
	const count = `${invalid.toLocaleString('en')} of ${(numbers.size + repeated + invalid).toLocaleString('en')} values`;
	const first = invalidRows.slice(0, SHOWN_ROWS).map(describeRow).join('; ');
	throw new InputError(
		label,
		'invalid_numbers',
		`${count} in column ${column} are invalid: ${first}`,
		isMost
			? 'Set Column to the one that holds the numbers, or correct the file. Nothing of it was sent.'
			: 'Correct the file, or set If Numbers Are Invalid to Skip Them. Nothing of it was sent.',
	);
}

/** Invalid rows that a sentence shows. */
const SHOWN_ROWS = 3;

function notesOf({ repeated, invalid, invalidRows }: NumbersRead): Note[] {
	const notes: Note[] = [];
	if (invalid > 0) {
		const text = `Invalid numbers in a file were skipped (${invalid.toLocaleString('en')})`;
		notes.push({ text, about: invalidRows.map(describeRow), warns: true });
	}
	if (repeated > 0) {
		notes.push({
			text: `Repeated numbers in a file were sent once (${repeated.toLocaleString('en')})`,
		});
	}
	return notes;
}

/** A value that is no number, in words. */
function describeRow({ row, problem }: BadRow): string {
	return `row ${row.toLocaleString('en')}: ${problem}`;
}
