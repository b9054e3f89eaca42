const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long a thing that has not changed for a while is left alone, in milliseconds. */
const PAUSES: ReadonlyArray<readonly [unchangedFor: number, pause: number]> = [
	[24 * HOUR, 60 * MINUTE],
	[6 * HOUR, 15 * MINUTE],
	[2 * HOUR, 5 * MINUTE],
	[30 * MINUTE, 2 * MINUTE],
	[0, MINUTE],
];

/** Polls come a little early or late, and each of them counts. */
const TOLERANCE = 15_000;

/** Whether it is time to ask for a thing again, by when that was and when it changed last. */
export function isDue(now: number, asked: number | undefined, changed: number): boolean {
	// A clock that was set back must not silence it until that time comes again.
	if (asked === undefined || asked > now) return true;
	const pause = PAUSES.find(([unchangedFor]) => now - changed >= unchangedFor)?.[1] ?? MINUTE;
	return now - asked >= pause - TOLERANCE;
}
