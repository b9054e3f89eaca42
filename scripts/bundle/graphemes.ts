import { runInNewContext } from 'node:vm';

/** The names of the classes, and the function that finds the class of a code point by 1,400 comparisons. */
const PARTS =
	/^(?<before>.*?var (?<names>CR = 0,[^;]*);.*)function getGraphemeBreakProperty\(code\)\{(?<comparisons>.*)\}(?<after>\s*return this;\s*\}.*)$/s;

const FIRST_LETTER = 'A'.charCodeAt(0);

/** A run of code points of one class. */
interface Run {
	from: number;
	breakClass: number;
}

/**
 * The source of grapheme-splitter with its comparisons as a table: a tenth of the code, the same
 * classes. Not `Intl.Segmenter`: its Unicode is that of each Node, newer than 10, and keeps more
 * signs together. A sign is not split between two segments, so a text could count more of them on one
 * server than on another.
 *
 * @throws Error for a source that it does not know
 */
export function withTable(source: string): string {
	const { before, names, comparisons, after } = PARTS.exec(source)?.groups ?? {};
	if (after === undefined) throw new Error('grapheme-splitter is not what it was');
	const runs = runsOf(names, comparisons);
	const written = runs.map(({ from, breakClass }, index) => {
		const length = (runs[index + 1]?.from ?? from) - from;
		return length.toString(36) + String.fromCharCode(FIRST_LETTER + breakClass);
	});
	return `${before}
	function getGraphemeBreakProperty(code) {
		table = table || readTable();
		var low = 0, high = table.first.length - 1;
		while (low < high) {
			var middle = (low + high + 1) >> 1;
			if (table.first[middle] <= code) low = middle;
			else high = middle - 1;
		}
		return table.classes[low];
	}${after}
var table;
// Each run of code points of one class: its length, and a letter for the class.
var RUNS = '${written.join('')}';
function readTable() {
	var first = [], classes = [], next = 0;
	RUNS.replace(/([0-9a-z]+)([A-Z])/g, function (_, length, letter) {
		first.push(next);
		classes.push(letter.charCodeAt(0) - ${FIRST_LETTER});
		next += parseInt(length, 36);
	});
	return { first: first, classes: classes };
}
`;
}

/** A class changes only at a number that the comparisons name, or after it. */
function runsOf(names: string, comparisons: string): Run[] {
	const classOf = runInNewContext(`var ${names}; (function (code) {${comparisons}})`) as (
		code: number,
	) => number;
	const named = [...comparisons.matchAll(/\b0x[\dA-F]+/g)].map(([text]) => Number(text));
	const changes = [...new Set([0, ...named.flatMap((code) => [code, code + 1])])];
	return changes
		.sort((one, other) => one - other)
		.map((from) => ({ from, breakClass: classOf(from) }))
		.filter(({ breakClass }, index, all) => breakClass !== all[index - 1]?.breakClass);
}
