import { START } from './order';
import { RowMemory, type SeenRow } from './rowMemory';
import type { PollEvent, PollSession } from './session';
import { type Counts, countsText, type Watched } from './watched';

/** Where a page begins, as the API says it. */
export type Cursor = string | number;

/** One page of a thing's rows. */
export interface ListPage<Row> {
	rows: ReadonlyArray<SeenRow & { row: Row }>;
	/** Where the next page begins; nothing on the last one. */
	next?: Cursor;
	/** Of all rows of the thing, where the API tells them. */
	counts?: Counts;
}

/** How rows are read, and what comes of them. */
export interface Reading<Row> {
	/** A page of a thing's rows, the first one without a cursor. */
	page(session: PollSession, id: string, cursor: Cursor | undefined): Promise<ListPage<Row>>;
	/**
	 * What comes of a row that has become final; nothing where its state is not wanted. Absent where no
	 * rows are wanted.
	 */
	rowEvent?(id: string, row: Row): PollEvent | undefined;
	/** With more rows a thing's rows are not emitted singly. */
	maxRows: number;
}

/** What is known of a thing after it was asked for. */
export interface Found {
	counts?: Counts;
	/** Whether every row that these counts say is final has been taken in. */
	isSettled: boolean;
}

/** Rows that a list without a lasting order may have at most: each takes eight characters. */
const MAX_ROWS_BY_NAME = 20_000;
/** Milliseconds by which rows may come later than their counts. */
const LAG = 10 * 60_000;

/**
 * Asks for a thing: one page where its counts say that nothing is new, otherwise all pages, or as many
 * as the poll may ask for; the next poll continues there. What is kept fits what was emitted whenever
 * it ends.
 *
 * @param expected how many rows there must be, if the API says so
 * @throws what `page` throws
 */
export async function readList<Row>(
	reading: Reading<Row>,
	session: PollSession,
	id: string,
	kept: Watched,
	expected?: number,
): Promise<Found> {
	const memory = new RowMemory(kept.rows);
	try {
		for (;;) {
			const cursor = kept.scan?.cursor;
			const page = await reading.page(session, id, cursor);
			if (kept.scan === undefined && !begins(reading, session, id, kept, memory, page, expected)) {
				return { counts: page.counts, isSettled: page.counts !== undefined };
			}
			kept.asked = session.now;
			const isLast = page.next === undefined || page.next === cursor || page.rows.length === 0;
			const isInOrder = takeRows(reading, session, id, kept, memory, page.rows);
			if (!isInOrder || (isLast && !memory.end(kept.scan!))) {
				session.log(`found the rows of ${id} in another order, so those that came may come again`);
				memory.forgetOrder();
				forgetScan(kept);
			} else if (isTooLong(reading, memory, kept.scan!.place)) {
				tellTooLong(session, id, kept);
				return { counts: page.counts, isSettled: false };
			} else if (isLast) return finish(session, kept, memory, page.counts);
			else kept.scan!.cursor = page.next;
		}
	} finally {
		if (kept.rows !== undefined) kept.rows = memory.toText();
	}
}

/** From now on its rows are not emitted any more. */
export function tellTooLong(session: PollSession, id: string, kept: Watched): void {
	session.log(`emits no single rows of ${id} any more, because it has too many`);
	kept.isLong = true;
	delete kept.rows;
	delete kept.scan;
}

/** Forgets how far the rows were read, so that they are read from the beginning. */
export function forgetScan(kept: Watched): void {
	delete kept.scan;
	delete kept.counts;
}

/** Takes in what the first page says of the whole. @returns whether a reading of the rows begins */
function begins<Row>(
	reading: Reading<Row>,
	session: PollSession,
	id: string,
	kept: Watched,
	memory: RowMemory,
	{ counts }: ListPage<Row>,
	expected: number | undefined,
): boolean {
	const { now } = session;
	const text = countsText(counts);
	if (counts !== undefined) {
		if (text !== kept.counts && text !== kept.lagging) kept.changed = now;
		if (kept.asked !== now) steady(kept, counts.total, expected);
		if (reading.rowEvent !== undefined && !kept.isLong && counts.total > reading.maxRows) {
			tellTooLong(session, id, kept);
		}
	}
	kept.asked = now;
	// It was watched before anybody wanted its rows: what they are now is nothing new.
	const isQuiet = kept.phase === 'old' || (kept.rows === undefined && kept.counts !== undefined);
	const isUnmoved = text !== undefined && text === kept.counts && kept.rows !== undefined;
	const isWanted = !kept.isLong && (reading.rowEvent !== undefined || counts === undefined);
	if (isWanted) kept.rows ??= {};
	if (!isWanted || isUnmoved || !holdsNews(kept, memory, counts, isQuiet)) {
		if (text !== undefined) kept.counts = text;
		return false;
	}
	kept.scan = { ...START, counts: text, ...(isQuiet && { isQuiet }) };
	return true;
}

/** Rows may still be added at first: what is complete must not have grown since it was asked last. */
function steady(kept: Watched, total: number, expected: number | undefined): void {
	const isSteady = expected === undefined ? total === kept.total : total >= expected;
	if (isSteady) kept.isSteady = true;
	else delete kept.isSteady;
	kept.total = total;
}

/** Whether some rows may be final that are not known to be. */
function holdsNews(
	{ counts: before }: Watched,
	memory: RowMemory,
	counts: Counts | undefined,
	isQuiet: boolean,
): boolean {
	// What a reading that did not come to its end left may be wrong.
	if (counts === undefined || (before === undefined && memory.count > 0)) return true;
	if (isQuiet && counts.final === counts.total) return false;
	return counts.final > memory.count;
}

/** @returns whether the rows are in the order that they were in before */
function takeRows<Row>(
	{ rowEvent }: Reading<Row>,
	session: PollSession,
	id: string,
	kept: Watched,
	memory: RowMemory,
	rows: ListPage<Row>['rows'],
): boolean {
	const scan = kept.scan!;
	for (const seen of rows) {
		const { taken, next } = memory.take(scan, seen);
		if (taken === 'moved') return false;
		Object.assign(scan, next);
		if (taken !== 'new') continue;
		kept.changed = session.now;
		const event = scan.isQuiet ? undefined : rowEvent?.(id, seen.row);
		if (event !== undefined) session.emit(event);
	}
	return true;
}

function finish(
	{ now }: PollSession,
	kept: Watched,
	memory: RowMemory,
	counts: Counts | undefined,
): Found {
	const { place, counts: atStart } = kept.scan!;
	delete kept.scan;
	if (counts === undefined) {
		steady(kept, place, undefined);
		return { counts: { byState: {}, final: memory.count, total: place }, isSettled: true };
	}
	// Rows may come later than their counts: they are read again then, but not for ever.
	const isLagging = memory.count < counts.final && now - kept.changed < LAG;
	if (isLagging) {
		kept.lagging = atStart;
		delete kept.counts;
	} else kept.counts = atStart;
	return { counts, isSettled: !isLagging && countsText(counts) === atStart };
}

function isTooLong<Row>({ maxRows }: Reading<Row>, memory: RowMemory, rows: number): boolean {
	return rows > (memory.isByName ? Math.min(maxRows, MAX_ROWS_BY_NAME) : maxRows);
}
