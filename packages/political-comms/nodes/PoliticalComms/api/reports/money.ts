import type { JsonValue } from '../../../../../../kernel';

/** A number of a report, 0 where there is none; counts and amounts may come as text. */
export function numberIn(value: JsonValue | undefined): number {
	const number = typeof value === 'string' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : 0;
}

/** What was charged, positive: the two generations disagree about the sign (contract NOTES §3). */
export function chargeIn(value: JsonValue | undefined): number {
	return Math.abs(numberIn(value));
}

/** A sum of amounts without the crumbs of binary fractions. */
export function sumOf(amounts: readonly number[]): number {
	return rounded(amounts.reduce((sum, amount) => sum + amount, 0));
}

/** Dollars, to the millionth: texts cost fractions of a cent. */
function rounded(amount: number): number {
	return Math.round(amount * 1_000_000) / 1_000_000;
}

/** Per cent with one decimal, as the API returns it; null where there is nothing to compare with. */
export function percent(part: number, whole: number): number | null {
	return whole === 0 ? null : Math.round((part / whole) * 1_000) / 10;
}
