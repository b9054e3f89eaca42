/** What of a text is kept; the rest is cut. */
export interface CsvLimits {
	/** Of a value. */
	characters: number;
	/** Of a record. */
	values: number;
}

/** Enough for a file of numbers, of which only those matter. */
const USUAL_LIMITS: CsvLimits = { characters: 1_000, values: 1_000 };

/** Takes a CSV text (RFC 4180) in pieces. */
export interface CsvScanner {
	push(text: string): void;
	/**
	 * Ends the text.
	 *
	 * @returns the number of the record in which a quotation mark was never closed, if there is one
	 */
	end(): number | undefined;
}

const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;

/**
 * Tells the records of a CSV text of any length, holding one at a time. Lines end with CRLF, LF or CR;
 * what follows a closing quotation mark belongs to the value; an empty line is a record of one empty value.
 *
 * @param onRecord told each record, with its number from 1
 */
export function scanCsv(
	delimiter: string,
	onRecord: (values: readonly string[], number: number) => void,
	limits = USUAL_LIMITS,
): CsvScanner {
	const separator = delimiter.charCodeAt(0);
	let values: string[] = [];
	let value = '';
	let number = 1;
	/** Inside quotation marks. */
	let quoted = false;
	/** The last character closed a quotation mark, or is the first of two that stand for one. */
	let closing = false;
	let afterCr = false;
	let isEmpty = true;

	const keep = (text: string, from: number, to: number) => {
		if (to <= from) return;
		isEmpty = false;
		const room = limits.characters - value.length;
		if (room > 0) value += text.slice(from, Math.min(to, from + room));
	};
	const endValue = () => {
		if (values.length < limits.values) values.push(value);
		value = '';
		isEmpty = false;
	};
	const endRecord = () => {
		endValue();
		const record = values;
		values = [];
		isEmpty = true;
		onRecord(record, number++);
	};

	return {
		push(text) {
			let from = 0;
			for (let at = 0; at < text.length; at++) {
				const code = text.charCodeAt(at);
				if (quoted) {
					if (code !== QUOTE) continue;
					keep(text, from, at);
					quoted = false;
					closing = true;
					from = at + 1;
					continue;
				}
				if (code === QUOTE && (closing || (value === '' && from === at))) {
					if (closing) value += '"';
					quoted = true;
					closing = false;
					isEmpty = false;
					from = at + 1;
				} else if (code === LF && afterCr) from = at + 1;
				else if (code === separator || code === LF || code === CR) {
					keep(text, from, at);
					if (code === separator) endValue();
					else endRecord();
					from = at + 1;
					closing = false;
				} else closing = false;
				afterCr = code === CR;
			}
			keep(text, from, text.length);
		},
		end() {
			if (quoted) return number;
			if (!isEmpty) endRecord();
			return undefined;
		},
	};
}
