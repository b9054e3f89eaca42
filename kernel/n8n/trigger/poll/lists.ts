import { RequestError } from '../../../http/requestError';
import { isDue } from './pauses';
import { forgetScan, readList, type Reading, tellTooLong } from './readList';
import { isTooMany, type PollEvent, type PollSession, type Watch } from './session';
import { type Counts, readWatched, type Watched, watchedText } from './watched';

/** Something whose rows are watched. */
export interface Thing {
	id: string;
	/** Milliseconds since 1970 when it was made, if the API says so. */
	since?: number;
	/** How many rows it must have, if the API says so. */
	rows?: number;
	/** Whether its rows do not change yet. */
	isIdle?: boolean;
	/** Whether nothing comes of it any more, although it is not complete. */
	isOver?: boolean;
}

/** The things to watch at the moment. */
export interface Listing {
	/** The newest first, if the API says so. */
	things: readonly Thing[];
	/** Whether there are no others. */
	isWhole: boolean;
	/** Older things, by when they were made, are none of it: milliseconds since 1970. */
	after?: number;
}

/** What a package says of things whose rows change until each is final. */
export interface ListWatch<Row> extends Reading<Row> {
	/** Prefix of its keys in the state; another one for another way of listing. */
	key: string;
	list(session: PollSession): Promise<Listing>;
	/** Whether the user named each thing: a refused one is an error, one that is left out is forgotten. */
	isNamed: boolean;
	completeEvent?(id: string, counts: Counts): PollEvent;
	/** @param counts nothing where the API does not tell them */
	stalledEvent?(id: string, counts: Counts | undefined, since: number): PollEvent;
	/** What comes instead of its rows' events of a thing that has too many. */
	longEvent(id: string, counts: Counts): PollEvent;
	/** Milliseconds after which nothing more is expected of a thing. */
	giveUpAfter: number;
	/** Whether what was there when the trigger began counts as new. */
	includeExisting: boolean;
}

/** So many at most, the newest: a state has an end. */
const MAX_THINGS = 5_000;
/** Characters of all that is kept of rows; beyond it no thing's rows are emitted singly any more. */
const MAX_KEPT = 1_000_000;
const ROWS_IN_SAMPLE = 3;
const THINGS_IN_SAMPLE = 5;

/** Watches things with rows: each row that becomes final, each thing that is complete or given up. */
export function watchLists<Row>(watch: ListWatch<Row>): Watch {
	return {
		key: watch.key,
		async poll(session) {
			const watched = await takeListing(watch, session);
			const due = watched.filter((thing) => isToAsk(watch, session, thing));
			// Who waited longest goes first: there may be more than one poll can ask for.
			due.sort((a, b) => (a.kept.asked ?? 0) - (b.kept.asked ?? 0));
			const refusals: unknown[] = [];
			for (const thing of due) refusals.push(...(await ask(watch, session, thing)));
			if (refusals.length > 0) throw refusals[0];
		},
		sample: async (session) => await sampleOf(watch, session),
	};
}

interface Watching extends Thing {
	kept: Watched;
}

const keyOf = ({ key }: { key: string }, id: string) => `${key}/${id}`;

/** Brings the state up to what is there now. @returns what is watched */
async function takeListing<Row>(watch: ListWatch<Row>, session: PollSession): Promise<Watching[]> {
	const { state, now } = session;
	const { things, isWhole, after = Infinity } = await watch.list(session);
	// No list at all is rather a fault of the API than the end of everything.
	const isAll = isWhole && things.length > 0;
	const isFirst = !state.has(watch.key);
	state.set(watch.key, '');
	const watched = new Map<string, Watching>();
	for (const [key, text] of state) {
		if (!key.startsWith(`${watch.key}/`)) continue;
		const id = key.slice(watch.key.length + 1);
		const kept = readWatched(text);
		if (kept === undefined) state.delete(key);
		else watched.set(id, { id, kept });
	}
	const last = things.at(-1);
	if (!isWhole && last !== undefined && !watched.has(last.id)) {
		session.log('cannot read all of the list in one poll, and leaves out what is further down');
	}
	const listed = new Set(things.map(({ id }) => id));
	for (const [id, { kept }] of watched) {
		// A thing of a page that was missed would be new when it is there again.
		const isTooOld = isAll && kept.since < after;
		const isGone =
			watch.isNamed || (kept.phase === 'over' && (isTooOld || watched.size >= MAX_THINGS));
		if (!listed.has(id) && isGone) {
			watched.delete(id);
			state.delete(keyOf(watch, id));
		}
	}
	for (const thing of things) {
		const known = watched.get(thing.id)?.kept;
		if (known === undefined && watched.size >= MAX_THINGS) {
			session.log(`watches ${MAX_THINGS} lists, which is the most, and leaves out others`);
			break;
		}
		const since = thing.since ?? now;
		const kept = known ?? { phase: firstPhase(watch, isFirst, now - since), since, changed: now };
		if (thing.isOver === true) kept.phase = 'over';
		watched.set(thing.id, { ...thing, kept });
	}
	for (const [id, { kept }] of watched) state.set(keyOf(watch, id), watchedText(kept));
	return [...watched.values()];
}

function firstPhase<Row>(watch: ListWatch<Row>, isFirst: boolean, age: number): Watched['phase'] {
	if (!isFirst || watch.includeExisting) return 'live';
	return age >= watch.giveUpAfter ? 'over' : 'old';
}

function isToAsk<Row>(
	{ giveUpAfter }: ListWatch<Row>,
	{ now }: PollSession,
	{ isIdle, kept }: Watching,
): boolean {
	if (kept.phase === 'over' || isIdle === true) return false;
	const isLate = now - kept.since >= giveUpAfter;
	return kept.scan !== undefined || isLate || isDue(now, kept.asked, kept.changed);
}

/** @returns the refusal of a thing that the user named and that could never be read */
async function ask<Row>(
	watch: ListWatch<Row>,
	session: PollSession,
	thing: Watching,
): Promise<unknown[]> {
	const { id, kept } = thing;
	const key = keyOf(watch, id);
	const isUnread = kept.asked === undefined;
	let problem: unknown;
	try {
		const { counts, isSettled } = await readList(watch, session, id, kept, thing.rows);
		if (keptOf(session) > MAX_KEPT && kept.rows !== undefined) tellTooLong(session, id, kept);
		conclude(watch, session, thing, isSettled ? counts : undefined, counts);
	} catch (error) {
		problem = error;
	}
	if (isOfThing(problem)) {
		if (watch.isNamed && isUnread) {
			session.state.delete(key);
			return [problem];
		}
		leaveOut(watch, session, thing, problem);
	}
	if (problem !== undefined && !isForAll(problem)) kept.asked = session.now;
	session.state.set(key, watchedText(kept));
	if (problem !== undefined && !isOfThing(problem)) throw problem;
	return [];
}

/** Ends the watch of a thing that is complete or given up. */
function conclude<Row>(
	watch: ListWatch<Row>,
	{ now, emit }: PollSession,
	{ id, kept }: Watching,
	settled: Counts | undefined,
	counts: Counts | undefined,
): void {
	const isNews = kept.phase !== 'old';
	const isAllFinal = settled !== undefined && settled.total > 0 && settled.final === settled.total;
	if (isAllFinal && (kept.isSteady || !isNews)) {
		kept.phase = 'over';
		if (!isNews) return;
		if (watch.completeEvent !== undefined) emit(watch.completeEvent(id, settled));
		else if (kept.isLong && watch.rowEvent !== undefined) emit(watch.longEvent(id, settled));
	} else if (now - kept.since >= watch.giveUpAfter) {
		kept.phase = 'over';
		if (isNews && watch.stalledEvent !== undefined)
			emit(watch.stalledEvent(id, counts, kept.since));
	} else kept.phase = 'live';
}

/** Whether a failure would meet every thing: the key, the address, the speed, the end of the poll. */
function isForAll(error: unknown): boolean {
	if (!(error instanceof RequestError)) return true;
	return error.fatal || error.status === 401 || error.status === 403 || isTooMany(error);
}

/** Whether an API refuses one thing only. */
function isOfThing(error: unknown): error is RequestError {
	return error instanceof RequestError && error.kind === 'refused' && !isForAll(error);
}

/**
 * A thing that was there and is refused now is asked for again until nothing more is expected of it,
 * after a 404 too: that may come from a server that does not know it yet, or from one in between.
 */
function leaveOut<Row>(
	watch: ListWatch<Row>,
	session: PollSession,
	{ id, kept }: Watching,
	refusal: RequestError,
): void {
	session.log(`could not read ${id}: ${refusal.message}`);
	// The cursor may have expired.
	forgetScan(kept);
	if (session.now - kept.since >= watch.giveUpAfter) {
		conclude(watch, session, { id, kept }, undefined, undefined);
	}
}

/** Characters that are kept of all rows. */
function keptOf({ state }: PollSession): number {
	let length = 0;
	for (const text of state.values()) length += text.length;
	return length;
}

async function sampleOf<Row>(watch: ListWatch<Row>, session: PollSession): Promise<PollEvent[]> {
	const { things } = await watch.list(session);
	for (const { id } of things.slice(0, THINGS_IN_SAMPLE)) {
		const { rows, counts } = await watch.page(session, id, undefined);
		const events = rows
			.filter(({ isFinal }) => isFinal)
			.flatMap(({ row }) => watch.rowEvent?.(id, row) ?? [])
			.slice(0, ROWS_IN_SAMPLE);
		if (counts !== undefined && watch.completeEvent) events.push(watch.completeEvent(id, counts));
		if (watch.stalledEvent) events.push(watch.stalledEvent(id, counts, session.now));
		if (events.length > 0) return events;
	}
	return [];
}
