import pLimit from 'p-limit';

import {
	dryRun,
	failure,
	isCertainlyNotDone,
	skipped,
	type Note,
	type Outcome,
} from '../../delivery/outcome';
import { RequestError } from '../../http/requestError';
import { InputError } from '../../input/inputError';
import type { RunContext } from '../run/operation';
import { sleepUnlessStopped } from '../run/sleep';
import { keyNotes, textNotes } from './textNotes';
import { NO_GUARDS } from './guardedWork';
import type { Guarded, GuardedWork, GuardReader, ItemGuards, RunGuards } from './guardedWork';
import { itemOf, openKeyTurns, sameKey } from './keyTurns';
import { canKeepKeys, openIdempotencyKeys, type IdempotencyKeys } from './idempotencyKeys';
import { keyScope } from './keyScope';
import { runChecks } from './runChecks';
import { pacerOf } from './runPace';

/** The guards that the user has set, for one run of the node: the private steps of the dispatcher. */
export interface Guards {
	/** Requests under way at the same time, where the user set a number. */
	readonly parallelRequests: number | undefined;
	/** Items that may travel in one request without passing the pace. */
	readonly maxEntries: number;
	/** Whether items have an idempotency key. */
	readonly keyed: boolean;
	/** Whether a request is made again after a lost response, although that may do its work twice. */
	readonly atLeastOnce: boolean;
	/** The user's own idempotency key of an item. */
	keyOf(itemIndex: number): string | undefined;
	/** Reads the guards of one item. @throws InputError */
	read(request: Pick<Guarded, 'itemIndex' | 'isDry'>): void;
	/** Outcomes of items that are not sent at all: opted out, dry run. */
	screen(ready: readonly Guarded[]): Promise<Map<number, Outcome>>;
	/** What a user should know about an item: of an expression that found nothing, of its text. */
	notesOf(request: Guarded): Note[];
	/** Tells that an earlier try has used the key of an item. */
	isUsed(request: Guarded): void;
	/**
	 * Which of the items that wait are sent next: of those with the same key one at a time, and a
	 * further one only where certainly nothing was done for the one before.
	 */
	nextWithKey<Item extends Guarded>(
		waiting: readonly Item[],
		outcomeOf: (itemIndex: number) => Outcome | undefined,
	): { now: readonly Item[]; later: readonly Item[]; skipped: ReadonlyMap<number, Outcome> };
	/**
	 * Waits for the pace and takes the keys, right before a request.
	 *
	 * @param end ends the wait
	 * @returns outcomes of those that may not be sent; `undefined` when the run ended meanwhile, so
	 *   that nothing was taken
	 * @throws RequestError when the keys cannot be recorded
	 */
	admit(requests: readonly Guarded[], end: AbortSignal): Promise<Map<number, Outcome> | undefined>;
	/** Frees the keys that this run took for what was certainly not done. */
	settle(requests: readonly Guarded[], outcomeOf: (itemIndex: number) => Outcome): Promise<void>;
	/** Ends the run. */
	close(): Promise<void>;
}

const NO_OUTCOMES: ReadonlyMap<number, Outcome> = new Map();

const NONE: Guards = {
	parallelRequests: undefined,
	maxEntries: Infinity,
	keyed: false,
	atLeastOnce: false,
	keyOf: () => undefined,
	read: () => {},
	screen: async () => new Map(),
	notesOf: () => [],
	isUsed: () => {},
	nextWithKey: (waiting) => ({ now: waiting, later: [], skipped: NO_OUTCOMES }),
	admit: async (_, end) => (end.aborted ? undefined : new Map()),
	settle: async () => {},
	close: async () => {},
};

/** The guards of one run of the node. What cannot be read is the fault of each item, never of the run. */
export function openGuards(
	run: RunContext,
	work: GuardedWork | undefined,
	reader: GuardReader,
): Guards {
	if (work === undefined) return NONE;
	const [forAll, unreadable] = attempt(() => reader.forAll());
	const guards = new Map<number, ItemGuards>();
	const taken = new Set<number>();
	/** Items that hold their key. */
	const holding = new Set<number>();
	const inTurn = pLimit(1);
	const pacer = pacerOf(run.context, run.profile.id, forAll);
	const historySize = forAll.idempotencyHistorySize ?? reader.usualHistorySize;
	let keys: IdempotencyKeys | undefined;

	const keyOf = (itemIndex: number) => guards.get(itemIndex)?.key;
	const turns = openKeyTurns(keyOf, work.identify);

	const takeKeys = async (requests: readonly Guarded[]): Promise<Map<number, Outcome>> => {
		const refused = new Map<number, Outcome>();
		const keyed = requests.filter(
			(each) => keyOf(each.itemIndex) !== undefined && !holding.has(itemOf(each)),
		);
		if (keyed.length === 0) return refused;
		keys ??= openIdempotencyKeys(run.context, {
			id: run.profile.id,
			subject: work.subject,
			...keyScope(forAll.idempotencyScope),
			historySize,
			keysOfRun: guards.size,
		});
		const known = await keys.take(keyed.map(({ itemIndex }) => keyOf(itemIndex)!));
		const reason = work.texts ? 'already_sent' : 'already_done';
		for (const request of keyed) {
			const { itemIndex, content } = request;
			if (known.has(keyOf(itemIndex)!)) {
				refused.set(itemIndex, skipped({ reason, ...work.identify(content) }));
			} else {
				taken.add(itemIndex);
				holding.add(itemOf(request));
			}
		}
		return refused;
	};

	const findOptedOut = async (ready: readonly Guarded[]): Promise<Map<number, Outcome>> => {
		const found = new Map<number, Outcome>();
		const asked = ready.filter(({ itemIndex }) => guards.get(itemIndex)?.skipOptedOut);
		const { findOptedOut: find } = work.texts ?? {};
		if (find === undefined || asked.length === 0) return found;
		const contents = asked.map(({ content }) => content);
		const answers = await run
			.client()
			.then(async (client) => await find(client, contents))
			.catch((error: Error) => asked.map(() => error));
		for (const [index, { itemIndex, content }] of asked.entries()) {
			const answer = answers[index];
			const facts = work.identify(content);
			if (answer === true) found.set(itemIndex, skipped({ reason: 'opted_out', ...facts }));
			else if (answer !== false) found.set(itemIndex, failure(notRead(answer), facts));
		}
		return found;
	};

	return {
		parallelRequests: forAll.parallelRequests,
		maxEntries: pacer?.maxEntries ?? Infinity,
		keyed: reader.keyed,
		atLeastOnce: forAll.ifOutcomeIsUnknown === 'tryAgain',
		keyOf,

		read({ itemIndex, isDry = false }) {
			if (unreadable !== undefined) throw unreadable;
			const own = reader.forItem(itemIndex);
			if (own.key !== undefined && !canKeepKeys(run.context)) {
				throw new InputError(
					reader.labels.idempotencyKey,
					'no_key_store',
					'needs a newer version of n8n, because this one cannot store keys',
				);
			}
			if (own !== NO_GUARDS) guards.set(itemIndex, isDry ? { ...own, key: undefined } : own);
		},

		async screen(ready) {
			const outcomes = tooManyKeys(ready, keyOf, historySize, reader.labels.historySize);
			const asked = ready.filter(({ itemIndex }) => !outcomes.has(itemIndex));
			for (const [itemIndex, outcome] of await runChecks(run, asked)) {
				outcomes.set(itemIndex, outcome);
			}
			const left = ready.filter(({ itemIndex }) => !outcomes.has(itemIndex));
			for (const [itemIndex, outcome] of await findOptedOut(left)) outcomes.set(itemIndex, outcome);
			const checked = new Map<string, number>();
			for (const request of left) {
				const { itemIndex, content } = request;
				const { dryRun: isDry, key } = guards.get(itemIndex) ?? NO_GUARDS;
				if (!isDry || outcomes.has(itemIndex)) continue;
				const facts = work.identify(content);
				const own = itemOf(request);
				const first = key === undefined ? own : (checked.get(key) ?? own);
				if (key !== undefined) checked.set(key, first);
				outcomes.set(
					itemIndex,
					first === own
						? dryRun({ ...facts, ...(work.preview ?? work.texts?.preview)?.(content) })
						: sameKey(first, facts),
				);
			}
			return outcomes;
		},

		notesOf({ itemIndex, content }) {
			const { texts } = work;
			const empty = texts?.withoutValue?.(content) ?? [];
			const notes =
				texts === undefined ? [] : textNotes(texts.textOf(content), empty, texts.lengthNotes);
			const own = work.note?.(content);
			if (own !== undefined) notes.push({ text: own });
			notes.push(...keyNotes(keyOf(itemIndex)));
			return notes;
		},

		isUsed(request) {
			holding.add(itemOf(request));
			turns.isUsed(request);
		},

		nextWithKey: (waiting, outcomeOf) =>
			reader.keyed
				? turns.next(waiting, outcomeOf)
				: { now: waiting, later: [], skipped: NO_OUTCOMES },

		async admit(requests, end) {
			if (pacer === undefined) return end.aborted ? undefined : await takeKeys(requests);
			return await inTurn(async () => {
				// Keys are taken after the wait: a crash meanwhile must not mark texts as sent.
				if (!(await sleepUnlessStopped(pacer.delay(), end))) return undefined;
				const refused = await takeKeys(requests);
				pacer.spend(requests.length - refused.size);
				return refused;
			});
		},

		async settle(requests, outcomeOf) {
			const free: string[] = [];
			for (const request of requests) {
				const { itemIndex } = request;
				if (!taken.has(itemIndex)) continue;
				const outcome = outcomeOf(itemIndex);
				const mayRepeat = this.atLeastOnce && !outcome.ok;
				if (!isCertainlyNotDone(outcome) && !mayRepeat) continue;
				free.push(keyOf(itemIndex)!);
				holding.delete(itemOf(request));
			}
			await keys?.release(free);
		},

		async close() {
			await keys?.confirm();
		},
	};
}

function attempt(read: () => RunGuards): [RunGuards, undefined] | [RunGuards, unknown] {
	try {
		return [read(), undefined];
	} catch (error) {
		return [{}, error];
	}
}

/** A history that cannot hold the keys of one run would forget them while it is using them. */
function tooManyKeys(
	ready: readonly Guarded[],
	keyOf: (itemIndex: number) => string | undefined,
	historySize: number,
	label: string,
): Map<number, Outcome> {
	const keyed = ready.filter(({ itemIndex }) => keyOf(itemIndex) !== undefined);
	const count = new Set(keyed.map(({ itemIndex }) => keyOf(itemIndex))).size;
	if (count <= historySize) return new Map();
	const error = new InputError(
		label,
		'history_too_small',
		`is ${historySize.toLocaleString('en')}, but this run uses ${count.toLocaleString('en')} keys`,
	);
	return new Map(keyed.map(({ itemIndex }) => [itemIndex, failure(error)]));
}

/** The outcome of the lookup may be unknown; the text was certainly not sent. */
function notRead(error: Error): Error {
	const isFatalRequest = error instanceof RequestError && error.fatal;
	if (isFatalRequest && (error.kind === 'refused' || error.kind === 'unreachable')) return error;
	return new RequestError(`The opt-outs could not be looked up: ${error.message}`, {
		kind: 'refused',
		code: 'opt_outs_not_read',
		fatal: isFatalRequest,
	});
}
