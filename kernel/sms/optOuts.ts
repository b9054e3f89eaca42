import { E164 } from './phone';

/** Digits that a number has at least; fewer tell nobody apart. */
const LEAST_DIGITS = 7;
/** ITU E.164. */
const MOST_DIGITS = 15;

/** What may stand around and between the digits of one number. */
const ONE_NUMBER = /^['’]?\(?\+?[\d\s\p{Pd}−().]+$/u;

/**
 * Whether a recipient is among those who opted out. One who opted out under a number without its
 * plus is every recipient whose number ends in it: rather one person too many is left out than one
 * texted who opted out.
 *
 * @param numbers as an API lists them
 * @returns `undefined` when one of them is no number, so that nobody can tell whose opt-out it is
 */
export function optOutCheck(
	numbers: Iterable<unknown>,
): ((recipient: string) => boolean) | undefined {
	const exact = new Set<string>();
	const endings = new Map<number, Set<string>>(); // by their length
	for (const number of numbers) {
		const listed = readListed(number);
		if (listed === undefined) return undefined;
		if (listed.startsWith('+')) exact.add(listed);
		else {
			const same = endings.get(listed.length);
			if (same) same.add(listed);
			else endings.set(listed.length, new Set([listed]));
		}
	}
	return (recipient) =>
		exact.has(recipient) ||
		[...endings].some(([length, set]) => set.has(recipient.replace(/\D/g, '').slice(-length)));
}

/** The number in E.164, or its digits where its plus is missing. */
function readListed(number: unknown): string | undefined {
	if (typeof number !== 'string' && typeof number !== 'number') return undefined;
	const text = String(number);
	if (E164.test(text) && text.length > LEAST_DIGITS) return text;
	const plain = text
		.normalize('NFKC') // full-width digits
		.replace(/\p{Cf}/gu, '') // invisible marks
		.trim()
		.replace(/^tel:/i, '')
		.replace(/\.0+$/, '') // of a spreadsheet
		.replace('(0)', '');
	if (!ONE_NUMBER.test(plain)) return undefined;
	// Zeros before a number are for dialling only.
	const digits = plain.replace(/\D/g, '').replace(/^0+/, '');
	if (digits.length < LEAST_DIGITS || digits.length > MOST_DIGITS) return undefined;
	return plain.includes('+') ? `+${digits}` : digits;
}
