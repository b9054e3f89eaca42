import type { PollEvent, PollSession, Watch } from './session';

/** Something that is in a state. */
export interface InState<Row> {
	id: string;
	state: string;
	row: Row;
}

/** What a package says of a short list of things whose states change now and then. */
export interface ChangeWatch<Row> {
	key: string;
	read(session: PollSession): Promise<ReadonlyArray<InState<Row>>>;
	/**
	 * @param before the state before; nothing for a thing that was not there
	 * @param since when the state before was found, in milliseconds since 1970: it tells changes apart
	 */
	event(thing: InState<Row>, before: string | null, since: number): PollEvent;
	/** Whether what is there when the trigger begins counts as new. */
	includeExisting: boolean;
}

/** So many at most: a state has an end. */
const MAX_THINGS = 5_000;
const THINGS_IN_SAMPLE = 3;

/** Watches states: each change of one, each thing that was not there before. */
export function watchChanges<Row>(watch: ChangeWatch<Row>): Watch {
	const { key } = watch;
	return {
		key: watch.key,
		async poll(session) {
			const { state, now, emit } = session;
			const things = (await watch.read(session)).slice(0, MAX_THINGS);
			const isFirst = !state.has(key);
			state.set(key, '');
			for (const thing of things) {
				const place = `${key}/${thing.id}`;
				const { since, before } = readState(state.get(place));
				if (before === thing.state) continue;
				state.set(place, `${now} ${thing.state}`);
				if (!isFirst || watch.includeExisting) emit(watch.event(thing, before, since));
			}
			// No list at all is rather a fault of the API than the end of everything.
			if (things.length === 0) return;
			const there = new Set(things.map(({ id }) => `${key}/${id}`));
			for (const place of state.keys()) {
				if (place.startsWith(`${key}/`) && !there.has(place)) state.delete(place);
			}
		},
		async sample(session) {
			const things = (await watch.read(session)).slice(0, THINGS_IN_SAMPLE);
			return things.map((thing) => watch.event(thing, null, session.now));
		},
	};
}

/** When a state was found, and which. */
function readState(text = '0'): { since: number; before: string | null } {
	const [since, ...state] = text.split(' ');
	return { since: Number(since), before: state.length === 0 ? null : state.join(' ') };
}
