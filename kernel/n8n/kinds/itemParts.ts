import { partName } from '../../delivery/ledger';
import type { Outcome } from '../../delivery/outcome';
import type { Field, ValuesOf } from '../fields/field';
import type { RunContext } from '../run/operation';
import { readValues } from '../run/values';

/** One request of an item. */
export interface ItemPart<Fields extends readonly Field[]> {
	itemIndex: number;
	/** Its number among the requests of the item, from 1; nothing for the only one. */
	batch?: number;
	/** Values that differ from those of the item. */
	values: Partial<ValuesOf<Fields>>;
}

/**
 * The requests of all items, in order.
 *
 * @param split the values of each request of an item, as far as they differ
 */
export function partsOfItems<Fields extends readonly Field[]>(
	run: RunContext,
	fields: Fields,
	split: (values: ValuesOf<Fields>) => Array<Partial<ValuesOf<Fields>>>,
): Array<ItemPart<Fields>> {
	return run.items.flatMap((_, itemIndex) => {
		const parts = valuesOfParts(run, fields, split, itemIndex);
		return parts.length < 2
			? [{ itemIndex, values: parts[0] ?? {} }]
			: parts.map((values, index) => ({ itemIndex, batch: index + 1, values }));
	});
}

/** What cannot be read is told when the item's only request is planned. */
function valuesOfParts<Fields extends readonly Field[]>(
	run: RunContext,
	fields: Fields,
	split: (values: ValuesOf<Fields>) => Array<Partial<ValuesOf<Fields>>>,
	itemIndex: number,
): Array<Partial<ValuesOf<Fields>>> {
	try {
		return split(readValues(run, fields, itemIndex));
	} catch {
		return [];
	}
}

/** The run whose items are these requests; what is known of them stands in its ledger. */
export function runOfParts(
	run: RunContext,
	parts: ReadonlyArray<{ itemIndex: number; batch?: number }>,
): RunContext {
	const nameAt = (of: number | string) => {
		const { itemIndex, batch } = parts[Number(of)];
		return batch === undefined ? itemIndex : partName(itemIndex, `request ${batch}`);
	};
	return {
		...run,
		items: parts.map(({ itemIndex }) => run.items[itemIndex]),
		parameters: {
			...run.parameters,
			read: (path, place) => run.parameters.read(path, parts[place].itemIndex),
		},
		ledger: {
			...run.ledger,
			recall: (operationId, of, fingerprint) =>
				run.ledger.recall(operationId, nameAt(of), fingerprint),
			record: (operationId, of, fingerprint, outcome) =>
				run.ledger.record(operationId, nameAt(of), fingerprint, outcome),
		},
	};
}

/** The outcomes of requests: whose they are, and which of an item with several. */
export function outcomesOfParts(
	outcomes: readonly Outcome[],
	parts: ReadonlyArray<{ itemIndex: number; batch?: number }>,
): Outcome[] {
	const begun = new Set<number>();
	for (const [place, outcome] of outcomes.entries()) {
		if (outcome.ok || outcome.status === 'unknown') begun.add(parts[place].itemIndex);
	}
	return outcomes.map((outcome, place): Outcome => {
		const { itemIndex: item, batch } = parts[place];
		if (batch === undefined) return { ...outcome, item, whole: true };
		if (outcome.ok) {
			return { ...outcome, item, items: outcome.items.map((json) => ({ ...json, batch })) };
		}
		const part = { ...outcome, item, details: { ...outcome.details, batch } };
		return begun.has(item) ? part : { ...part, whole: true };
	});
}
