import { RE2JS } from 're2js';

import { InputError } from '../../input/inputError';
import { plainQuotes, plainSigns } from '../../input/plainText';

/** Characters of a text that a pattern is tried on; longer texts count as matching. */
export const JUDGED_LENGTH = 400;

/** Instructions of a compiled pattern: as many as one text takes milliseconds for. */
const MAX_INSTRUCTIONS = 600;
/** Characters of a pattern, so that compiling it stays short too. */
const MAX_LENGTH = 1_000;
/** Characters times repetitions: what is far above takes long to compile, just to be refused. */
const MAX_ROUGH_SIZE = 20_000;
/** Patterns kept compiled, each with some megabytes of states at most; a trigger has one. */
const MAX_KEPT = 20;

/** A regular expression that takes linear time on every text. */
export interface Pattern {
	/** Whether it is found in the text, case-insensitive; true for texts that are too long. */
	matches(text: string): boolean;
}

const kept = new Map<string, Pattern | InputError>();

/**
 * Reads a regular expression in JavaScript's notation, also as `/…/flags`, which n8n's own nodes
 * take. n8n has one thread for all workflows and anybody may send a text, so the engine is one
 * without backtracking (RE2): no text makes a pattern slow.
 *
 * @throws InputError `invalid_pattern`, also for what the engine lacks, with what to use instead
 */
export function readPattern(source: string, field: string): Pattern {
	const key = `${field}\n${source}`;
	const known = kept.get(key) ?? compile(source, field);
	if (kept.size >= MAX_KEPT) kept.clear();
	kept.set(key, known);
	if (known instanceof InputError) throw known;
	return known;
}

/** A refusal costs as much as a pattern, so it is a value that can be kept. */
function compile(source: string, field: string): Pattern | InputError {
	const refused = ([wrong, advice]: Fault) =>
		new InputError(field, 'invalid_pattern', wrong, advice);
	if (source.length > MAX_LENGTH) {
		const wrong = `is longer than ${MAX_LENGTH.toLocaleString('en')} characters`;
		return refused([wrong, 'Write a shorter pattern.']);
	}
	const { body, flags } = readSlashes(source);
	const missing = whatIsMissing(body);
	if (missing !== undefined) return refused(missing);
	if (roughSize(body) > MAX_ROUGH_SIZE) return refused(TOO_LARGE);
	const expression = engine(body, flags);
	if (expression === undefined) return refused(isValid(body) ? UNKNOWN : INVALID);
	if (expression.programSize() > MAX_INSTRUCTIONS) {
		return refused(TOO_LARGE);
	}
	const others = boundaryVariants(body, flags);
	return {
		matches(text) {
			if (text.length > JUDGED_LENGTH) return true;
			const written = text.normalize('NFC');
			const plain = plainSigns(text).slice(0, JUDGED_LENGTH);
			return expression.test(written) || expression.test(plain) || others(plain);
		},
	};
}

function roughSize(body: string): number {
	const repetitions = [...body.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].map(([, least, most]) =>
		Number(most || least),
	);
	return body.length * repetitions.reduce((sum, times) => sum + times, 1);
}

/** `/…/flags`, as n8n's IF and Switch take it; `g`, `y` and `u` change nothing in a test. */
function readSlashes(source: string): { body: string; flags: number } {
	const [, body, letters] = /^\/(.*)\/([dgimsuvy]*)$/s.exec(source) ?? ['', source, ''];
	const flags =
		RE2JS.CASE_INSENSITIVE |
		(letters.includes('m') ? RE2JS.MULTILINE : 0) |
		(letters.includes('s') ? RE2JS.DOTALL : 0);
	return { body, flags };
}

/** A class as a whole, an escape, the beginning of a look-around. */
const TOKENS = /\[(?:\\[\s\S]|[^\]\\])*\]|\\u[\da-f]{4}\\u[\da-f]{4}|\\[\s\S]|\(\?<?[=!]/gi;

/** What is wrong with a pattern, and what to do. */
type Fault = readonly [wrong: string, advice: string];

const OR_FILTER = 'or check the text with a Filter node after the trigger.';

const LACKING: Array<[token: RegExp, ...Fault]> = [
	[
		/^\(\?</,
		'uses lookbehind, (?<=…) or (?<!…), which is not supported',
		`Match the text before as well, ${OR_FILTER}`,
	],
	[
		/^\(\?[=!]/,
		'uses lookahead, (?=…) or (?!…), which is not supported',
		`Match the text after as well, ${OR_FILTER}`,
	],
	[
		/^\\[1-9k]/,
		'uses a backreference such as \\1, which is not supported',
		`Write out the words, ${OR_FILTER}`,
	],
];

const INVALID: Fault = [
	'is not a valid regular expression',
	'Check its brackets and backslashes, or use Reply Text Contains.',
];
const TOO_LARGE: Fault = [
	'is too large',
	'Use smaller repetitions, e.g. {1,20} instead of {1,900}.',
];
const UNKNOWN: Fault = [
	'is too large or uses something that the engine (RE2) does not support',
	`Use smaller repetitions such as {1,20}, ${OR_FILTER}`,
];

/** What a pattern needs and a linear-time engine cannot have. */
function whatIsMissing(body: string): Fault | undefined {
	for (const [token] of body.matchAll(TOKENS)) {
		const [, ...fault] = LACKING.find(([like]) => like.test(token)) ?? [];
		if (fault[0] !== undefined) return fault as unknown as Fault;
	}
	return undefined;
}

/** Whether JavaScript's own engine would take it. It is never run. */
function isValid(body: string): boolean {
	try {
		return new RegExp(body, 'u') instanceof RegExp;
	} catch {
		return false;
	}
}

function engine(body: string, flags: number): RE2JS | undefined {
	try {
		return RE2JS.compile(RE2JS.translateRegExp(inItsNotation(body)), flags);
	} catch {
		return undefined;
	}
}

/** What the engine writes another way: escaped halves of an emoji, `\p{Script=Greek}`. */
function inItsNotation(body: string): string {
	return plainQuotes(body.normalize('NFC'))
		.replace(/\\u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})/gi, (_, high: string, low: string) =>
			String.fromCharCode(parseInt(high, 16), parseInt(low, 16)),
		)
		.replace(/\\(p)\{(?:Script|sc|General_Category|gc)=/gi, '\\$1{');
}

/**
 * `\b` knows English letters only, so `^sí\b` would never match "sí". Where the text holds other
 * letters it is tried without accents, and where that leaves some (Cyrillic, Arabic), without `\b`:
 * no reply is lost over it.
 */
function boundaryVariants(body: string, flags: number): (plain: string) => boolean {
	const hasBoundary = [...body.matchAll(TOKENS)].some(([token]) => token === '\\b');
	if (!hasBoundary) return () => false;
	const bare = engine(withoutAccents(body), flags);
	const loose = engine(
		withoutAccents(body.replace(TOKENS, (token) => (token === '\\b' ? '' : token))),
		flags,
	);
	return (plain) => {
		const text = withoutAccents(plain);
		if (text === plain && !/[^\p{ASCII}\P{L}]/u.test(text)) return false;
		return (/[^\p{ASCII}\P{L}]/u.test(text) ? loose : bare)?.test(text) === true;
	};
}

function withoutAccents(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '');
}
