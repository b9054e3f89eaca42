import { isFromEarlierTry } from '../../delivery/ledger';
import { earlierWithSameKey, runInOrder } from '../../delivery/order';
import {
	failure,
	heldBack,
	isFatal,
	notSent,
	withNotes,
	type Outcome,
} from '../../delivery/outcome';
import type { JsonObject } from '../../http/endpoint';
import { RequestError, toError } from '../../http/requestError';
import type { RunContext } from '../run/operation';
import { readGuards } from './guardFields';
import { openGuards } from './guards';
import { requestKeyOf } from './requestKey';
import { openEnd, type End } from './runEnd';
import { runCheck } from './runChecks';
import type { Entry, Shipment } from './shipment';

/**
 * Sends what the input items ask for: the one way on which anything leaves that belongs to an item.
 * Plans and checks all items, holds back what guards hold back, and then for each unit waits for its
 * turn and pace, takes its keys, makes its request, judges the response and settles keys and ledger.
 *
 * Never throws: whatever happens, each item ends in one outcome, in input order, and when this
 * returns nothing is under way any more.
 */
export async function dispatch<E extends Entry, Response>(
	run: RunContext,
	shipment: Shipment<E, Response>,
): Promise<Outcome[]> {
	const outcomes: Array<Outcome | undefined> = new Array(run.items.length).fill(undefined);
	const end = openEnd(run);
	const guards = openGuards(run, shipment.guarded, readGuards(run));
	const endsAtFailure = run.stopOnError && shipment.endsAtFailure;

	/** Keeps an outcome, and ends the run where it would meet every other item as well. */
	const keep = (itemIndex: number, outcome: Outcome) => {
		outcomes[itemIndex] = outcome;
		if (outcome.ok || isFromEarlierTry(outcome)) return;
		if (endsAtFailure || isFatal(outcome.cause)) end.because(outcome.cause);
	};
	/** Keeps what an entry ended in, with what a user should know of it. */
	const conclude = (entry: E, outcome: Outcome) => {
		const notes = outcome.ok ? (entry.notes ?? []).concat(guards.notesOf(entry)) : [];
		keep(entry.itemIndex, withNotes(outcome, notes));
	};
	const concludeThose = (entries: readonly E[], found: ReadonlyMap<number, Outcome>) => {
		if (found.size === 0) return;
		for (const entry of entries) {
			const outcome = found.get(entry.itemIndex);
			if (outcome !== undefined) conclude(entry, outcome);
		}
	};

	/** Entries that are still to be sent. Of a large run most of the memory is theirs: none is held longer. */
	let waiting: readonly E[] = [];
	const nextUnits = () => {
		const next = guards.nextWithKey(waiting, (itemIndex) => outcomes[itemIndex]);
		concludeThose(waiting, next.skipped);
		waiting = next.later;
		return shipment.pack(next.now, guards.maxEntries);
	};

	try {
		let ready: E[] = [];
		for (let itemIndex = 0; itemIndex < run.items.length; itemIndex++) {
			try {
				const entry = shipment.plan(itemIndex);
				guards.read(entry);
				const leftOut = shipment.leaveOut?.(entry);
				if (leftOut !== undefined) {
					keep(itemIndex, leftOut);
					continue;
				}
				const mayRepeat = shipment.isIdempotent([entry]);
				const earlier =
					mayRepeat && entry.isKept !== true && entry.isDry !== true
						? undefined
						: run.ledger.recall(shipment.operationOf(entry), itemIndex, () =>
								shipment.fingerprintOf(entry),
							);
				const isOpen = earlier !== undefined && !earlier.ok;
				if (isOpen) entry.isInDoubt = true;
				// One with a key would find its own key taken, and say that it was done.
				const begins =
					guards.atLeastOnce ||
					(mayRepeat && entry.isDry !== true && guards.keyOf(itemIndex) === undefined);
				if (earlier === undefined || (isOpen && begins)) ready.push(entry);
				else {
					keep(itemIndex, earlier);
					guards.isUsed(entry);
				}
			} catch (error) {
				const rejected = failure(error, shipment.describe?.(itemIndex));
				outcomes[itemIndex] = rejected;
				if (endsAtFailure) end.because(rejected.cause);
			}
		}
		if (end.reason() === undefined) {
			concludeThose(ready, await guards.screen(ready));
		}
		concludeThose(ready, await heldBackOf(run, shipment, ready, outcomes, end));
		waiting = ready.filter(({ itemIndex }) => outcomes[itemIndex] === undefined);
		ready = [];
		while (waiting.length > 0 && end.reason() === undefined) {
			await sendAll(run, shipment, guards, nextUnits(), end, conclude);
		}
		for (const entry of waiting) conclude(entry, notSent(end.reason(), entry.details));
		await guards.close();
		return outcomes.map((outcome) => outcome ?? notSent(end.reason()));
	} finally {
		end.close();
	}
}

/** Outcomes of all that would be sent, where the run may not send it. */
async function heldBackOf<E extends Entry, Response>(
	run: RunContext,
	{ checkAll }: Shipment<E, Response>,
	ready: readonly E[],
	outcomes: ReadonlyArray<Outcome | undefined>,
	end: End,
): Promise<ReadonlyMap<number, Outcome>> {
	const sent = ready.filter(
		({ itemIndex, isDry }) => outcomes[itemIndex] === undefined && isDry !== true,
	);
	if (checkAll === undefined || sent.length === 0 || end.reason() !== undefined) return new Map();
	const reason = await runCheck(run, async (client) => await checkAll(client, sent));
	if (reason === undefined) return new Map();
	return new Map(sent.map(({ itemIndex, details }) => [itemIndex, heldBack(reason, details)]));
}

type Guards = ReturnType<typeof openGuards>;

/** @param units each is taken out of the list when its turn comes */
async function sendAll<E extends Entry, Response>(
	run: RunContext,
	shipment: Shipment<E, Response>,
	guards: Guards,
	units: Array<readonly E[]>,
	end: End,
	conclude: (entry: E, outcome: Outcome) => void,
): Promise<void> {
	const total = units.reduce((sum, { length }) => sum + length, 0);
	const { plain, keyed } = shipment.width;
	const fullWidth = guards.parallelRequests ?? (guards.keyed ? keyed : plain);
	let getsThrough = !shipment.probes;
	let unknownInRow = 0;
	let concluded = 0;

	const keysOf = function* (number: number): Iterable<string> {
		for (const { orderingKey } of units[number]) if (orderingKey !== undefined) yield orderingKey;
	};

	await runInOrder({
		count: units.length,
		waitsFor: earlierWithSameKey(units.length, keysOf),
		width: () => (getsThrough ? fullWidth : 1),
		async run(number) {
			const unit = units[number];
			units[number] = [];
			if (end.reason() !== undefined) {
				for (const entry of unit) conclude(entry, notSent(end.reason(), entry.details));
				return;
			}
			const { outcomes, admitted } = await sendUnit(run, shipment, guards, unit, number + 1, end);
			let isUnknown = false;
			let isAsked = false;
			for (const entry of unit) {
				const outcome = outcomes.get(entry.itemIndex) ?? notSent(end.reason(), entry.details);
				conclude(entry, outcome);
				isUnknown ||= !outcome.ok && outcome.status === 'unknown';
				isAsked ||= !outcome.ok || outcome.leftOut === undefined;
			}
			// A unit that was left out as a whole shows nothing of the server.
			if (isAsked) {
				getsThrough ||= !isUnknown;
				unknownInRow = isUnknown ? unknownInRow + 1 : 0;
			}
			if (unknownInRow >= shipment.maxUnknownInRow) {
				end.because(leavesUnknown(run.profile.name, unknownInRow));
			}
			// Last: while keys are written, what others are about to send must know of the end.
			await guards.settle(admitted, (itemIndex) => outcomes.get(itemIndex)!);
			run.progress.tell((concluded += unit.length), total);
		},
	});
}

/** What came of a unit: outcomes by item, and the entries that were sent and hold keys. */
interface UnitResult<E extends Entry> {
	outcomes: ReadonlyMap<number, Outcome>;
	admitted: readonly E[];
}

/**
 * One unit from its turn to its outcomes. No outcome where the run ended before anything of the unit
 * was sent.
 */
async function sendUnit<E extends Entry, Response>(
	run: RunContext,
	shipment: Shipment<E, Response>,
	guards: Guards,
	unit: readonly E[],
	number: number,
	end: End,
): Promise<UnitResult<E>> {
	const outcomes = new Map<number, Outcome>();
	let admitted: readonly E[] = [];
	let isKept = false;
	const detailsOf = ({ details }: E) =>
		admitted.length > 0 ? { ...details, ...shipment.describeUnit?.(number) } : details;

	try {
		const client = await run.client();
		const refused = await guards.admit(unit, end.signal);
		if (refused === undefined) return { outcomes, admitted };
		for (const [itemIndex, outcome] of refused) outcomes.set(itemIndex, outcome);
		admitted = unit.filter(({ itemIndex }) => !refused.has(itemIndex));
		if (end.signal.aborted) {
			for (const { itemIndex, details } of admitted) {
				outcomes.set(itemIndex, notSent(end.reason(), details));
			}
		} else if (admitted.length > 0) {
			const idempotent = shipment.isIdempotent(admitted);
			isKept = !idempotent || admitted.some((entry) => entry.isKept);
			const options = {
				idempotent,
				atLeastOnce: guards.atLeastOnce,
				end: end.signal,
				idempotencyKey: requestKeyOf(run, shipment, admitted, guards.keyOf),
			};
			const response = await shipment.send(client, admitted, options);
			const unitOutcomes = outcomeReader(
				() => shipment.outcomesOf(response, admitted, number, idempotent),
				detailsOf,
				idempotent,
			);
			for (const [place, entry] of admitted.entries()) {
				outcomes.set(entry.itemIndex, unitOutcomes(entry, place));
			}
		}
	} catch (error) {
		for (const entry of admitted.length > 0 ? admitted : unit) {
			const found = error instanceof RequestError ? error.details : {};
			const details = { ...detailsOf(entry), ...(found as JsonObject) };
			outcomes.set(entry.itemIndex, failure(error, details));
		}
	}
	for (const entry of admitted) {
		const { itemIndex } = entry;
		const outcome = outcomes.get(itemIndex)!;
		if (!isKept && !mayHaveActed(entry, outcome)) continue;
		const fingerprint = shipment.fingerprintOf(entry);
		run.ledger.record(shipment.operationOf(entry), itemIndex, fingerprint, outcome);
	}
	return { outcomes, admitted };
}

/** Whether what was to be simulated may have been done. */
function mayHaveActed({ isDry }: Entry, outcome: Outcome): boolean {
	if (isDry !== true || outcome.ok || !(outcome.cause instanceof RequestError)) return false;
	return outcome.status === 'unknown' && !outcome.cause.harmlessToRepeat;
}

/**
 * What the reading of an accepted response throws never makes an item `rejected`, unless it says on
 * purpose what the response to a request that may be repeated lacks.
 */
function outcomeReader<E extends Entry>(
	open: () => (entry: E, place: number) => Outcome,
	detailsOf: (entry: E) => JsonObject,
	idempotent: boolean,
): (entry: E, place: number) => Outcome {
	let outcomeOf: ReturnType<typeof open> | undefined;
	return (entry, place) => {
		try {
			outcomeOf ??= open();
			return outcomeOf(entry, place);
		} catch (error) {
			if (idempotent && error instanceof RequestError) return failure(error, detailsOf(entry));
			const text = `The request was accepted, but its response could not be used: ${toError(error).message}`;
			return failure(
				new RequestError(text, { kind: 'unknown', code: 'unreadable_response' }),
				detailsOf(entry),
			);
		}
	};
}

function leavesUnknown(name: string, count: number): RequestError {
	return new RequestError(`The outcome of ${count} requests to ${name} in a row is unknown`, {
		kind: 'refused',
		code: 'outcomes_unknown',
	});
}
