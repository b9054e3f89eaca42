import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks until there is an answer.
 *
 * @param ask gives `undefined` while there is none
 * @param deadline milliseconds
 * @throws naming `what` when the deadline has passed
 */
export async function poll<Answer>(
	what: string,
	ask: () => Promise<Answer | undefined> | Answer | undefined,
	deadline: number,
	interval = 100,
): Promise<Answer> {
	const end = Date.now() + deadline;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > end) throw new Error(`Waited ${deadline} ms in vain for ${what}`);
		await sleep(interval);
	}
}
