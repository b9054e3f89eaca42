import { partName } from '../../delivery/ledger';
import type { Outcome } from '../../delivery/outcome';
import type { Field, ValuesOf } from '../fields/field';
import type { RunContext } from '../run/operation';
import { readValues } from '../run/values';
import { asBatch, runOfPlaces } from './places';

/** One request of an item. */
export interface ItemPart<Fields extends readonly Field[]> {
	itemIndex: number;
	/** Its number among the requests of the item, from 1; nothing for the only one. */
	batch?: number;
	/** What it sends; nothing where the values of the item cannot be read, which its plan tells. */
	values?: ValuesOf<Fields>;
}

/**
 * The requests of all items, in order. The values of each item are read once, however many it takes.
 *
 * @param split the values of each request of an item, as far as they differ
 */
export function partsOfItems<Fields extends readonly Field[]>(
	run: RunContext,
	fields: Fields,
	split: (values: ValuesOf<Fields>) => Array<Partial<ValuesOf<Fields>>>,
): Array<ItemPart<Fields>> {
	return run.items.flatMap((_, itemIndex): Array<ItemPart<Fields>> => {
		const parts = valuesOfParts(run, fields, split, itemIndex);
		return parts.length < 2
			? [{ itemIndex, values: parts[0] }]
			: parts.map((values, index) => ({ itemIndex, batch: index + 1, values }));
	});
}

function valuesOfParts<Fields extends readonly Field[]>(
	run: RunContext,
	fields: Fields,
	split: (values: ValuesOf<Fields>) => Array<Partial<ValuesOf<Fields>>>,
	itemIndex: number,
): Array<ValuesOf<Fields>> {
	try {
		const values = readValues(run, fields, itemIndex);
		return split(values).map((own) => ({ ...values, ...own }));
	} catch {
		return [];
	}
}

type Numbered = Pick<ItemPart<[]>, 'itemIndex' | 'batch'>;

/** The run whose items are these parts. */
export function runOfParts(run: RunContext, parts: readonly Numbered[]): RunContext {
	return runOfPlaces(
		run,
		parts.map(({ itemIndex, batch }) => ({
			itemIndex,
			name: batch === undefined ? itemIndex : partName(itemIndex, `request ${batch}`),
		})),
	);
}

/** The outcomes of requests: whose they are, and which of an item with several. */
export function outcomesOfParts(
	outcomes: readonly Outcome[],
	parts: readonly Numbered[],
): Outcome[] {
	const begun = new Set<number>();
	for (const [place, outcome] of outcomes.entries()) {
		if (outcome.ok || outcome.status === 'unknown') begun.add(parts[place].itemIndex);
	}
	return outcomes.map((outcome, place): Outcome => {
		const { itemIndex: item, batch } = parts[place];
		if (batch === undefined) return { ...outcome, item, whole: true };
		const part = asBatch(outcome, item, batch);
		return outcome.ok || begun.has(item) ? part : { ...part, whole: true };
	});
}
