import type { JsonObject } from '../http/endpoint';
import { RequestError, toError } from '../http/requestError';
import { InputError } from '../input/inputError';

/**
 * What one input item ended in. Every input item ends in exactly one outcome, or in one for each of the
 * requests that it took.
 */
export type Outcome = Success | Failure;

interface PartOutcome {
	/** The input item, where this is the outcome of one of its requests. */
	item?: number;
	/** It stands for all of that item: nothing else of it was done. */
	whole?: true;
}

export interface Success extends PartOutcome {
	ok: true;
	/** What the item outputs. */
	items: readonly JsonObject[];
	/** Files of the first item that it outputs, by name, in n8n's form. */
	files?: Readonly<Record<string, unknown>>;
	/** Why nothing was requested for the item, where that was on purpose. */
	leftOut?: 'skipped' | 'dryRun';
	/** What a user should know about it. */
	notes?: readonly Note[];
}

/** Something that a user should know of an item although it is no failure. */
export interface Note {
	/** A sentence, the same for all items that it is true of. */
	text: string;
	/** What it is about in this item, e.g. a name. */
	about?: readonly string[];
	/** Whether something is probably wrong. */
	warns?: true;
}

/** `rejected`: nothing was done. `unknown`: it may or may not have been done. */
export interface Failure extends PartOutcome {
	ok: false;
	status: 'rejected' | 'unknown';
	/** The API's machine code, or one in its style. */
	code: string;
	/** What went wrong, in the API's own words where it said any. */
	message: string;
	/** What tells the record apart for its owner, e.g. the recipient as given. */
	details: JsonObject;
	cause: Error;
}

export function success(items: readonly JsonObject[], notes: readonly Note[] = []): Success {
	return withNotes({ ok: true, items }, notes);
}

/** The outcome with further notes; that of a failure says enough. */
export function withNotes<Given extends Outcome>(outcome: Given, notes: readonly Note[]): Given {
	if (!outcome.ok || notes.length === 0) return outcome;
	return { ...outcome, notes: outcome.notes === undefined ? notes : outcome.notes.concat(notes) };
}

/**
 * The outcome of an item that was left out on purpose.
 *
 * @param facts why, and what tells the item apart for its owner
 */
export function skipped(facts: JsonObject): Success {
	return { ok: true, leftOut: 'skipped', items: [{ status: 'skipped', ...facts }] };
}

/** The outcome of an item that was checked and not sent, because nothing is to be sent. */
export function dryRun(facts: JsonObject): Success {
	return { ok: true, leftOut: 'dryRun', items: [{ status: 'dry_run', ...facts }] };
}

/**
 * The outcome of an item that is left out because an earlier one of the run has the same.
 *
 * @param reason what they have in common, e.g. `same_key`
 * @param first the earlier item
 */
export function sameAsItem(reason: string, first: number, facts: JsonObject): Outcome {
	return skipped({ reason, [`${reason}_as_item`]: first, ...facts });
}

/** The outcome of an item by the response to its request, which may only have simulated it. */
export function doneOrDryRun(facts: JsonObject, isDry: boolean | undefined): Outcome {
	return isDry === true ? dryRun(facts) : success([facts]);
}

/** The outcome of an item whose processing threw `error`. */
export function failure(error: unknown, details: JsonObject = {}): Failure {
	const cause = toError(error);
	const base = { ok: false, message: cause.message, details, cause } as const;
	if (cause instanceof RequestError) {
		const certain = cause.kind === 'refused' || cause.kind === 'unreachable';
		return { ...base, status: certain ? 'rejected' : 'unknown', code: cause.code };
	}
	return {
		...base,
		status: 'rejected',
		code: cause instanceof InputError ? cause.code : 'invalid_input',
	};
}

/**
 * The outcome of an item that was never tried.
 *
 * @param reason the failure that ended the run before
 */
export function notSent(reason: unknown, details: JsonObject = {}): Failure {
	const because = reason instanceof Error ? reason.message : String(reason);
	const text = `Not sent because of an earlier failure: ${because}`;
	return failure(new RequestError(text, { kind: 'refused', code: 'not_sent' }), details);
}

/**
 * The outcome of an item that a check of the whole run held back: never tried, and the check is the news.
 *
 * @param reason what the check found; `unknown` where the check itself may have done something
 */
export function heldBack(reason: Error, details: JsonObject): Failure {
	const outcome = failure(reason, details);
	return outcome.status === 'unknown' ? outcome : { ...outcome, code: 'not_sent' };
}

/** Whether certainly nothing was done for the item, so that it may be tried again. */
export function isCertainlyNotDone(outcome: Outcome): boolean {
	return !outcome.ok && outcome.status === 'rejected';
}

/** How many items ended in what. */
export interface OutcomeCounts {
	done: number;
	skipped: number;
	dryRun: number;
	rejected: number;
	notSent: number;
	unknown: number;
}

export function countOutcomes(outcomes: readonly Outcome[]): OutcomeCounts {
	const counts: OutcomeCounts = {
		done: 0,
		skipped: 0,
		dryRun: 0,
		rejected: 0,
		notSent: 0,
		unknown: 0,
	};
	for (const outcome of outcomes) counts[kindOf(outcome)]++;
	return counts;
}

function kindOf(outcome: Outcome): keyof OutcomeCounts {
	if (outcome.ok) return outcome.leftOut ?? 'done';
	return outcome.code === 'not_sent' ? 'notSent' : outcome.status;
}

/**
 * Whether a failure would meet every further item as well. What is wrong with one item's input never
 * does; what is no failure of a request at all does.
 */
export function isFatal(error: Error): boolean {
	return error instanceof RequestError ? error.fatal : !(error instanceof InputError);
}
