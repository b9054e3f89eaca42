import type { PollEvent, PollSession, Watch } from './session';

/** What a package says of a number that is not to fall too low. */
export interface LevelWatch {
	key: string;
	read(session: PollSession): Promise<number>;
	/** Lower numbers fire. */
	threshold: number;
	/** @param armedAt when it was not below last, in milliseconds since 1970: it tells crossings apart */
	event(value: number, armedAt: number): PollEvent;
	/** Whether a number that is too low when the trigger begins fires. */
	includeExisting: boolean;
}

/**
 * Watches a number: it fires once whenever that falls below the threshold, and again only once it was a
 * tenth above. Around the threshold it would fire all the time otherwise.
 */
export function watchLevel(watch: LevelWatch): Watch {
	const { threshold } = watch;
	// Another threshold is another watch.
	const key = `${watch.key}/${threshold}`;
	return {
		key: watch.key,
		async poll(session) {
			const { state, now, emit } = session;
			const value = await watch.read(session);
			const isBelow = value < threshold;
			const before = state.get(key);
			if (before === undefined) {
				for (const other of state.keys())
					if (other.startsWith(`${watch.key}/`)) state.delete(other);
				state.set(key, isBelow && !watch.includeExisting ? FIRED : String(now));
			} else if (before === FIRED && value >= threshold + threshold / 10)
				state.set(key, String(now));
			const armedAt = state.get(key);
			if (!isBelow || armedAt === undefined || armedAt === FIRED) return;
			state.set(key, FIRED);
			emit(watch.event(value, Number(armedAt)));
		},
		sample: async (session) => [watch.event(await watch.read(session), session.now)],
	};
}

const FIRED = 'fired';
