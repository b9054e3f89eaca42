import type { Outcome } from '../../delivery/outcome';
import type { RunContext } from '../run/operation';

/** Whose request it is, and what the ledger calls it. */
interface Place {
	itemIndex: number;
	name: number | string;
}

/**
 * The run whose items are these requests; what is known of them stands in its ledger.
 *
 * @param settled outcomes of requests that need no look at the ledger
 */
export function runOfPlaces(
	run: RunContext,
	places: readonly Place[],
	settled: (place: number) => Outcome | undefined = () => undefined,
): RunContext {
	const nameAt = (of: number | string) => places[Number(of)].name;
	return {
		...run,
		items: places.map(({ itemIndex }) => run.items[itemIndex]),
		parameters: {
			...run.parameters,
			read: (path, place) => run.parameters.read(path, places[place].itemIndex),
		},
		ledger: {
			...run.ledger,
			recall: (operationId, of, fingerprint) =>
				settled(Number(of)) ?? run.ledger.recall(operationId, nameAt(of), fingerprint),
			record: (operationId, of, fingerprint, outcome) =>
				run.ledger.record(operationId, nameAt(of), fingerprint, outcome),
		},
	};
}

/** The outcome of a request as that of one of several of its item. */
export function asBatch(outcome: Outcome, item: number, batch: number): Outcome {
	if (!outcome.ok) return { ...outcome, item, details: { ...outcome.details, batch } };
	return { ...outcome, item, items: outcome.items.map((json) => ({ ...json, batch })) };
}
