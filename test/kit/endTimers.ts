/** Milliseconds of a timer that is worth ending. */
const LONG = 1_000;

/**
 * Ends the long timers of a group of tests after it. n8n's `sleep` cannot be ended, so that a run that was
 * stopped leaves its timer, and Jest's worker would wait for it and in the end be killed.
 */
export function useEndOfTimers(): void {
	const { setTimeout: realSet } = globalThis;
	const timers: NodeJS.Timeout[] = [];
	beforeAll(() => {
		const set = (run: (...given: unknown[]) => void, delay?: number, ...given: unknown[]) => {
			const timer = realSet(run, delay, ...given);
			if (delay !== undefined && delay >= LONG) timers.push(timer);
			return timer;
		};
		globalThis.setTimeout = Object.assign(set, realSet) as typeof setTimeout;
	});
	afterAll(() => {
		globalThis.setTimeout = realSet;
		timers.forEach(clearTimeout);
	});
}
