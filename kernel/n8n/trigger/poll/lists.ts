import { RequestError } from '../../../http/requestError';
import { isDue } from './pauses';
import { readList, type Reading } from './readList';
import { Enough, isTooMany, type PollEvent, type PollSession, type Watch } from './session';
import { type Counts, readWatched, type Watched, watchedText } from './watched';

/** Something whose rows are watched. */
export interface Thing {
	id: string;
	/** Milliseconds since 1970 when it was made, if the API says so. */
	since?: number;
	/** How many rows it must have, if the API says so. */
	rows?: number;
	/** Whether none of its rows will change any more, or not yet. */
	isIdle?: boolean;
}

/** The things to watch at the moment. */
export interface Listing {
	/** The newest first, if the API says so. */
	things: readonly Thing[];
	/** Whether there are no others. */
	isWhole: boolean;
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
		async poll(session) {
			const things = await takeListing(watch, session);
			const due = [...things.values()].filter((thing) => isToAsk(watch, session, thing));
			due.sort((a, b) => (a.kept.asked ?? 0) - (b.kept.asked ?? 0));
			let refused: unknown;
			for (const thing of due) {
				const { id, kept } = thing;
				try {
					await look(watch, session, thing);
				} catch (error) {
					kept.asked = session.now;
					if (!isItsOwn(error)) throw error;
					if (watch.isNamed && kept.total === undefined) refused ??= error;
					refuse(session, thing, error);
				} finally {
					session.state.set(keyOf(watch, id), watchedText(kept));
				}
			}
			if (refused !== undefined) throw refused;
		},
		sample: async (session) => await sampleOf(watch, session),
	};
}

interface Watching extends Thing {
	kept: Watched;
}

const keyOf = ({ key }: { key: string }, id: string) => `${key}/${id}`;

/** Brings the state up to what is there now. @returns what is watched */
async function takeListing<Row>(
	watch: ListWatch<Row>,
	session: PollSession,
): Promise<Map<string, Watching>> {
	const { state, now } = session;
	const { things, isWhole } = await watch.list(session);
	const isFirst = !state.has(watch.key);
	state.set(watch.key, '');
	const watched = new Map<string, Watching>();
	for (const [key, text] of state) {
		if (!key.startsWith(`${watch.key}/`)) continue;
		const id = key.slice(watch.key.length + 1);
		watched.set(id, { id, kept: readWatched(text) });
	}
	const listed = new Set<string>();
	for (const thing of things) {
		listed.add(thing.id);
		const known = watched.get(thing.id)?.kept;
		if (known === undefined && watched.size >= MAX_THINGS) {
			session.log(`watches ${MAX_THINGS} messages already and leaves out further ones`);
			break;
		}
		const phase = isFirst && !watch.includeExisting ? 'old' : 'live';
		const kept = known ?? { phase, since: thing.since ?? now, changed: now };
		watched.set(thing.id, { ...thing, kept });
	}
	for (const [id, { kept }] of watched) {
		const isGone = isWhole && !listed.has(id) && (watch.isNamed || kept.phase === 'over');
		if (isGone) {
			watched.delete(id);
			state.delete(keyOf(watch, id));
		} else state.set(keyOf(watch, id), watchedText(kept));
	}
	return watched;
}
