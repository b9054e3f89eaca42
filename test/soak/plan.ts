/** A planned end of n8n, after which it is started again. */
export interface PlannedRestart {
	/** Milliseconds since the start. */
	at: number;
	/** Asked to end, or ended as a power cut would. */
	how: 'stopped' | 'killed';
}

/** The course of a soak. */
export interface SoakPlan {
	minutes: number;
	/** Milliseconds from the start until no more traffic is made; the rest is for counting. */
	trafficUntil: number;
	restarts: PlannedRestart[];
	/** Whether n8n runs long enough between restarts for its memory to mean something. */
	judgesMemory: boolean;
}

const MINUTE = 60_000;
const LONGEST_RUN = 10 * MINUTE;
const LONGEST_COUNT = MINUTE;
const SHORTEST = 2; // minutes, for two restarts
const LONGEST = 24 * 60;
const LONG_ENOUGH = 30; // minutes

/**
 * The plan of a soak that takes so many minutes, with its start and its counting: a restart every
 * ten minutes, sooner in a short one, every other time by killing n8n.
 *
 * @throws Error for minutes that are no such time
 */
export function planOf(minutes: number): SoakPlan {
	if (!(minutes >= SHORTEST && minutes <= LONGEST)) {
		throw new Error(`--minutes must be from ${SHORTEST} to ${LONGEST}`);
	}
	const total = minutes * MINUTE;
	const trafficUntil = total - Math.min(LONGEST_COUNT, total / 5);
	const every = Math.min(LONGEST_RUN, total / 3);
	const restarts: PlannedRestart[] = [];
	// The last one leaves time for traffic after it.
	for (let at = every; at <= trafficUntil - every / 4; at += every) {
		restarts.push({ at, how: restarts.length % 2 === 0 ? 'stopped' : 'killed' });
	}
	return { minutes, trafficUntil, restarts, judgesMemory: minutes >= LONG_ENOUGH };
}

/**
 * The minutes that the arguments of the command ask for: an hour unless they say so.
 *
 * @throws Error for other arguments
 */
export function minutesIn(args: readonly string[]): number {
	if (args.length === 0) return 60;
	const [name, value, ...more] = args;
	if (name !== '--minutes' || value === undefined || more.length > 0) {
		throw new Error(`Only --minutes <number> is known, not "${args.join(' ')}"`);
	}
	return Number(value);
}
