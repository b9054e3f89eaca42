import type { JsonObject } from './endpoint';
import { RequestFailure } from './failure';
import { InputProblem } from './problem';

/** What one input item ended in. Every input item ends in exactly one outcome. */
export type Outcome = Success | Failure;

export interface Success {
	ok: true;
	/** What the item gives to the next node. */
	items: JsonObject[];
}

/** `rejected`: nothing was done. `unknown`: it may or may not have been done. */
export interface Failure {
	ok: false;
	status: 'rejected' | 'unknown';
	/** Trackly's machine code, or one in its style. */
	code: string;
	/** What went wrong, in Trackly's own words where it said any. */
	message: string;
	/** What tells the record apart for its owner, e.g. the recipient as given. */
	details: JsonObject;
	cause: Error;
}

export function success(...items: JsonObject[]): Success {
	return { ok: true, items };
}

/** The outcome of an item whose processing threw `error`. */
export function failure(error: unknown, details: JsonObject = {}): Failure {
	const cause = error instanceof Error ? error : new Error(String(error));
	const base = { ok: false, message: cause.message, details, cause } as const;
	if (cause instanceof RequestFailure) {
		const certain = cause.kind === 'refused' || cause.kind === 'unreachable';
		return { ...base, status: certain ? 'rejected' : 'unknown', code: cause.code };
	}
	return {
		...base,
		status: 'rejected',
		code: cause instanceof InputProblem ? cause.code : 'invalid_input',
	};
}

/** How many items ended in what. */
export interface OutcomeCounts {
	done: number;
	rejected: number;
	unknown: number;
}

export function countOutcomes(outcomes: readonly Outcome[]): OutcomeCounts {
	const counts: OutcomeCounts = { done: 0, rejected: 0, unknown: 0 };
	for (const outcome of outcomes) counts[outcome.ok ? 'done' : outcome.status]++;
	return counts;
}

const UNTRIED = failure(new Error('Not sent, because the run had stopped before'));

/** One outcome for each of `length` items: those without one were never tried. */
export function withUntried(
	outcomes: ReadonlyArray<Outcome | undefined>,
	length: number,
): Outcome[] {
	return Array.from({ length }, (_, index) => outcomes[index] ?? { ...UNTRIED, code: 'not_sent' });
}
