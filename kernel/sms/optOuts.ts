import { E164 } from './phone';

/** Digits that a number has at least; fewer tell nobody apart. */
const LEAST_DIGITS = 7;

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
		const text = String(number ?? '');
		const digits = text.replace(/\D/g, '');
		if (digits.length < LEAST_DIGITS) return undefined;
		if (text.trim().startsWith('+') && E164.test(`+${digits}`)) exact.add(`+${digits}`);
		else {
			const same = endings.get(digits.length);
			if (same) same.add(digits);
			else endings.set(digits.length, new Set([digits]));
		}
	}
	return (recipient) =>
		exact.has(recipient) ||
		[...endings].some(([length, set]) => set.has(recipient.replace(/\D/g, '').slice(-length)));
}
