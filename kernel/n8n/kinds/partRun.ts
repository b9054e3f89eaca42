import { partName } from '../../delivery/ledger';
import type { Outcome } from '../../delivery/outcome';
import type { Endpoint } from '../../http/endpoint';
import type { RunContext } from '../run/operation';
import { fingerprintOf, nameOf, partsOf, type FilePart, type ItemFile } from './fileParts';
import { asBatch, runOfPlaces } from './places';

/** In the order of the input and of the files. */
export function inOrder(parts: FilePart[]): FilePart[] {
	return parts.sort(
		(one, other) => one.file.itemIndex - other.file.itemIndex || one.from - other.from,
	);
}

/** The outcomes in order, each with its item and its number among the requests of that item. */
export function numbered(final: ReadonlyMap<FilePart, Outcome>): Outcome[] {
	const counts = new Map<number, number>();
	return inOrder([...final.keys()]).map((part): Outcome => {
		const outcome = final.get(part)!;
		const item = part.file.itemIndex;
		const batch = (counts.get(item) ?? 0) + 1;
		counts.set(item, batch);
		return asBatch(outcome, item, batch);
	});
}

/** The requests that a file takes, by what the ledger has of it. */
export function partsOnRecord(
	run: RunContext,
	file: ItemFile,
	{ operationId }: Endpoint,
): FilePart[] {
	const { itemIndex } = file;
	return partsOf(file, run.ledger.partsOf(itemIndex), (part) => {
		const name = partName(itemIndex, nameOf(part));
		const found = run.ledger.recall(operationId, name, () => fingerprintOf(part));
		return found !== undefined;
	});
}

/** The run whose items are the requests of files; what is known of them stands in its ledger. */
export function runOf(
	run: RunContext,
	parts: readonly FilePart[],
	final: ReadonlyMap<FilePart, Outcome>,
): RunContext {
	const places = parts.map((part) => {
		const { itemIndex } = part.file;
		return { itemIndex, name: partName(itemIndex, nameOf(part)) };
	});
	return runOfPlaces(run, places, (place) => final.get(parts[place]));
}
