import type { Position } from './order';
import type { RowMemoryText } from './rowMemory';

/** How many rows of a list are in which state. */
export interface Counts {
	byState: Readonly<Record<string, number>>;
	/** In a state that is final. */
	final: number;
	total: number;
}

/** A reading of a list's rows that is under way. */
export interface Scan extends Position {
	/** Where the next page begins. */
	cursor?: string | number;
	/** Counts when it began, as text. */
	counts?: string;
	/** Whether it only records what is there. */
	isQuiet?: boolean;
}

/** What is kept of one thing that is watched. Times are milliseconds since 1970. */
export interface Watched {
	/** `old`: what it is now is still to be recorded. `over`: nothing more comes of it. */
	phase: 'old' | 'live' | 'over';
	/** When it began to be watched, or was made. */
	since: number;
	asked?: number;
	/** When its counts changed last. */
	changed: number;
	/** Counts of which all rows have been read, as text. */
	counts?: string;
	/** Counts that had more final rows than there were to read, as text. */
	lagging?: string;
	/** Rows that it had when it was asked last. */
	total?: number;
	/** Whether that was as many as the time before, or as there must be. */
	isSteady?: true;
	/** Whether it has too many rows to emit each. */
	isLong?: true;
	/** Which rows are known to be final; absent as long as nobody wants to know. */
	rows?: RowMemoryText;
	scan?: Scan;
}

/** Counts as a text that is the same for the same counts. */
export function countsText(counts: Counts | undefined): string | undefined {
	if (counts === undefined) return undefined;
	return Object.entries(counts.byState)
		.filter(([, count]) => count > 0)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([state, count]) => `${state}${count}`)
		.join();
}

export function watchedText(watched: Watched): string {
	const { phase, since } = watched;
	return JSON.stringify(phase === 'over' ? { phase, since } : watched);
}

/** @param text what `watchedText` returned; nothing for any other, as a damaged workflow may hold it */
export function readWatched(text: string): Watched | undefined {
	try {
		const kept = JSON.parse(text) as Partial<Watched> | null;
		if (kept?.phase === undefined || typeof kept.since !== 'number') return undefined;
		return { changed: 0, ...kept, phase: kept.phase, since: kept.since };
	} catch {
		return undefined;
	}
}
