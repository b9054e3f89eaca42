import type { RecipientState } from './states';

/** What becomes of a number, by its last two digits; of any other, `success` at a time of its own. */
const BY_ENDING: readonly RecipientState[] = [
	'success',
	'failed',
	'expired',
	'timeout',
	'blocked',
	'invalid',
	'pending',
];

/** When numbers reach their states, in seconds after the start of their message. */
export interface FateTimes {
	/** Where the last two digits decide. */
	fateSeconds: number;
	/** The longest for any other; the shortest is 1. */
	slowestSeconds: number;
}

/** The state that a number ends in; `pending` when it never does. */
export function fateOf(number: number): RecipientState {
	return BY_ENDING[number % 100] ?? 'success';
}

/** Seconds from the start to that state, whole ones where they are drawn; Infinity when it never comes. */
export function secondsToFate(number: number, seed: number, times: FateTimes): number {
	const ending = number % 100;
	if (BY_ENDING[ending] === 'pending') return Infinity;
	if (ending < BY_ENDING.length) return times.fateSeconds;
	return 1 + (mixed(number, seed) % Math.max(1, times.slowestSeconds));
}

/** A whole number below 2^32 that looks drawn (the finalizer of MurmurHash3). */
export function mixed(number: number, seed: number): number {
	let hash = (number ^ seed) >>> 0;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}
