import { setTimeout as sleep } from 'node:timers/promises';

/** Polls until `check` holds; fails with `what` after the deadline. */
export async function eventually(
	what: string,
	check: () => boolean,
	deadlineMs = 10_000,
): Promise<void> {
	const deadline = Date.now() + deadlineMs;
	while (!check()) {
		if (Date.now() > deadline) throw new Error(`Never happened: ${what}`);
		await sleep(2);
	}
}
