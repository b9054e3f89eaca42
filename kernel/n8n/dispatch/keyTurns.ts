import { isCertainlyNotDone, sameAsItem, type Outcome } from '../../delivery/outcome';
import type { JsonObject } from '../../http/endpoint';

/** What a key turn needs to know of a request (`Guarded`). */
interface Keyed {
	itemIndex: number;
	partOf?: number;
	content: JsonObject;
}

/** The items of a run that have the same key, in turn. */
export interface KeyTurns {
	/** Tells that an earlier try has used the key of a request. */
	isUsed(request: Keyed): void;
	/** See `Guards.nextWithKey`. */
	next<Item extends Keyed>(
		waiting: readonly Item[],
		outcomeOf: (itemIndex: number) => Outcome | undefined,
	): { now: readonly Item[]; later: readonly Item[]; skipped: ReadonlyMap<number, Outcome> };
}

/** The item that a request is for. */
export function itemOf({ itemIndex, partOf = itemIndex }: Keyed): number {
	return partOf;
}

/** @param identify what tells a request apart for its owner */
export function openKeyTurns(
	keyOf: (itemIndex: number) => string | undefined,
	identify: (content: JsonObject) => JsonObject,
): KeyTurns {
	/** For each key the requests of this run that use it: one item's. */
	const users = new Map<string, Keyed[]>();
	return {
		isUsed(request) {
			const key = keyOf(request.itemIndex);
			if (key !== undefined && !users.has(key)) users.set(key, [request]);
		},
		next<Item extends Keyed>(
			waiting: readonly Item[],
			outcomeOf: (itemIndex: number) => Outcome | undefined,
		) {
			const now: Item[] = [];
			const later: Item[] = [];
			const skippedNow = new Map<number, Outcome>();
			const inThisRound = new Set<string>();
			for (const request of waiting) {
				const key = keyOf(request.itemIndex);
				if (key === undefined) {
					now.push(request);
					continue;
				}
				const before = users.get(key) ?? [];
				if (before.length > 0 && itemOf(before[0]) === itemOf(request)) {
					before.push(request);
					now.push(request);
				} else if (before.some(({ itemIndex }) => mayBeDone(outcomeOf(itemIndex)))) {
					const facts = identify(request.content);
					skippedNow.set(request.itemIndex, sameKey(itemOf(before[0]), facts));
				} else if (inThisRound.has(key)) later.push(request);
				else {
					users.set(key, [request]);
					inThisRound.add(key);
					now.push(request);
				}
			}
			return { now, later, skipped: skippedNow };
		},
	};
}

/** The outcome of an item whose key another item of the run has. */
export function sameKey(first: number, facts: JsonObject): Outcome {
	return sameAsItem('same_key', first, facts);
}

function mayBeDone(outcome: Outcome | undefined): boolean {
	return outcome !== undefined && !isCertainlyNotDone(outcome);
}
