import { hash } from 'node:crypto';

import { RequestError } from '../http/requestError';
import { failure, success, type Outcome } from './outcome';
import type { JsonObject } from '../http/endpoint';

/**
 * What a run of the node has done that must not be done again: by item or part of one, with a hash of the request,
 * so that an item whose data changed counts as another one. Plain data: it lives in the execution.
 */
export type LedgerPage = Record<string, LedgerEntry>;

export interface LedgerEntry {
	/** Hash of the request that was made for the item. */
	request: string;
	/** Output items of an acknowledged request. */
	items?: readonly JsonObject[];
	/** Why nobody knows whether the request was done. */
	unknown?: { code: string; message: string; details: JsonObject };
}

/** Marks what comes from the ledger in the output. */
const FROM_EARLIER_TRY = { from_earlier_try: true };

/** Under which name the page keeps a part of an item. */
export function partName(itemIndex: number, part: string): string {
	return `${itemIndex}:${part}`;
}

/** Bytes of a fingerprint: enough for no two requests of any run to share one. */
const HASH_BYTES = 16;

/** A short fingerprint of a request. */
export function hashRequest(operationId: string, body: string): string {
	const whole = hash('sha256', `${operationId}\n${body}`, 'buffer');
	// A part of the text would keep the whole text.
	return whole.toString('base64url', 0, HASH_BYTES);
}

/**
 * Writes down an outcome that a later try must respect: done, or perhaps done. What was certainly
 * not done, or left out, may be tried again and is not kept.
 */
export function recordOutcome(
	page: LedgerPage,
	of: number | string,
	request: string,
	outcome: Outcome,
): void {
	if (outcome.ok && outcome.leftOut !== undefined) return;
	if (outcome.ok) {
		page[of] = { request, items: outcome.items };
	} else if (outcome.status === 'unknown') {
		const { code, message, details } = outcome;
		page[of] = { request, unknown: { code, message, details } };
	}
}

/** The outcome of an earlier try of the same request for the same item, if there is one. */
export function recallOutcome(
	page: LedgerPage,
	of: number | string,
	request: string,
): Outcome | undefined {
	const entry = page[of];
	if (entry?.request !== request) return undefined;
	if (entry.unknown === undefined) {
		return success((entry.items ?? []).map((item) => ({ ...item, ...FROM_EARLIER_TRY })));
	}
	const { code, message, details } = entry.unknown;
	return failure(new RequestError(message, { kind: 'unknown', code }), {
		...details,
		...FROM_EARLIER_TRY,
	});
}

/** Whether an outcome was recalled: its failure was reported when it happened. */
export function isFromEarlierTry(outcome: Outcome): boolean {
	return !outcome.ok && outcome.details.from_earlier_try === true;
}
