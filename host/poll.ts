import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until there is an answer (anything but undefined).
 *
 * @param what what is waited for, named in the error when the deadline passes
 */
export async function until<T>(
	what: string,
	deadlineMs: number,
	ask: () => Promise<T | undefined>,
	everyMs = 50,
): Promise<T> {
	const end = Date.now() + deadlineMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > end) throw new Error(`Waited ${deadlineMs / 1000} s in vain: ${what}`);
		await pause(everyMs);
	}
}
