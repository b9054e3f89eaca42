/**
 * Makes the process's clock and timers run faster, so that minutes of waiting take moments. What is
 * timed by Node itself, such as the time-out of a request, stays as slow as it was.
 *
 * @param factor seconds of the process in a real second
 * @returns what puts the real ones back
 */
export function speedUp(factor: number): () => void {
	const { setTimeout: realSet } = globalThis;
	const realNow = Date.now;
	const start = realNow();
	const set = (run: (...given: unknown[]) => void, delay = 0, ...given: unknown[]) =>
		realSet(run, delay / factor, ...given);
	globalThis.setTimeout = Object.assign(set, realSet) as typeof setTimeout;
	Date.now = () => Math.round(start + (realNow() - start) * factor);
	return () => {
		globalThis.setTimeout = realSet;
		Date.now = realNow;
	};
}

/** Such a clock for the tests of a file. @param factor seconds of the process in a real second */
export function useFastTime(factor: number): void {
	let slowDown: () => void;
	beforeAll(() => void (slowDown = speedUp(factor)));
	afterAll(() => slowDown());
}
