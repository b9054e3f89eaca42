import { failure, isFatal, notSent, type Outcome } from '../../delivery/outcome';
import type { RunContext } from '../run/operation';

/** Reads for one item after the other; what ends the run leaves the rest unread. */
export async function readEach(
	run: RunContext,
	read: (itemIndex: number) => Promise<Outcome>,
): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	let ended: Error | undefined;
	for (let itemIndex = 0; itemIndex < run.items.length; itemIndex++) {
		const outcome = ended === undefined ? await outcomeOf(read, itemIndex) : notSent(ended);
		outcomes.push(outcome);
		if (!outcome.ok && ended === undefined && (run.stopOnError || isFatal(outcome.cause))) {
			ended = outcome.cause;
		}
	}
	return outcomes;
}

async function outcomeOf(
	read: (itemIndex: number) => Promise<Outcome>,
	itemIndex: number,
): Promise<Outcome> {
	try {
		return await read(itemIndex);
	} catch (error) {
		return failure(error);
	}
}
