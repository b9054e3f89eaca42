import { failure, notSent, type Outcome } from '../../delivery/outcome';
import type { JsonObject } from '../../http/endpoint';
import { dispatch } from '../dispatch/dispatch';
import { guardProperties } from '../dispatch/guardFields';
import type { GuardedWork } from '../dispatch/guardedWork';
import { collectionField, type Field, type ValuesOf } from '../fields/field';
import { infoOf, type Operation, type RunContext } from '../run/operation';
import type { KnownIds } from './confirm';
import { bodyOf, inPieces, type FilePart, type ItemFile } from './fileParts';
import { columnField, fileField, invalidField, rejectedField } from './fromFileFields';
import { valuesReader } from '../run/values';
import type { FromFileDefinition } from './fromFileDefinition';
import { readItemFile } from './readItemFile';
import { inOrder, numbered, partsOnRecord, runOf } from './partRun';
import { isHalved, shipmentOf, type PartTarget } from './partShipment';

/**
 * The kind that sends the numbers of a file: one input item, as many requests as its file takes, one after
 * the other. The whole file is read before the first request leaves, a piece at a time.
 *
 * Each request is an outcome: it is in the execution's ledger by itself, so that a further try sends
 * only what no earlier one did.
 */
export function fromFile<
	const Fields extends readonly Field[],
	const Options extends readonly Field[],
>(definition: FromFileDefinition<Fields, Options>): Operation {
	const { fields } = definition;
	const options = collectionField(
		'options',
		{ displayName: 'Options', placeholder: 'Add option' },
		[...definition.options, invalidField, rejectedField],
	);
	return {
		...infoOf(definition),
		properties: [
			...[...fields, fileField, columnField, options].map((field) => field.property),
			...guardProperties(guardedOf(definition), false),
		],
		needsCredential: true,
		failuresAreItems: 'parts',
		reportsStatus: true,
		run: async (run) => await sendFiles(run, definition, options),
	};
}

async function sendFiles<Fields extends readonly Field[], Options extends readonly Field[]>(
	run: RunContext,
	definition: FromFileDefinition<Fields, Options>,
	options: Field,
): Promise<Outcome[]> {
	const files: ItemFile[] = [];
	const failed = new Map<number, Outcome>();
	// One after the other: each may be large.
	for (let item = 0; item < run.items.length; item++) {
		try {
			files.push(await readItemFile(run, definition, options, item));
		} catch (error) {
			failed.set(item, failure(error));
		}
	}
	const [first] = failed.values();
	// With On Error = Stop nothing is sent where an item cannot be.
	if (run.stopOnError && first !== undefined && !first.ok) {
		return run.items.map((_, item) => failed.get(item) ?? notSent(first.cause));
	}
	const { endpoint, list, isDry = () => false, checkAll } = definition;
	const optionsOf = valuesReader(run, [options]);
	const sent = await sendParts(run, files, {
		endpoint,
		listName: list.name,
		whole: definition.whole,
		isDry,
		guarded: guardedOf(definition),
		checkAll:
			checkAll &&
			(async (client, parts) => {
				const items = new Set(parts.map(({ file }) => file.itemIndex));
				const given = [...items].map(
					(item) => optionsOf(item).options as Partial<ValuesOf<Options>>,
				);
				const planned = parts.map((part) => ({
					head: part.file.head,
					count: part.to - part.from,
					bodyWith: (head: JsonObject) => bodyOf(part, head, list.name),
				}));
				await checkAll(client, planned, [...new Set(given)]);
			}),
	});
	const whole = [...failed].map(([item, outcome]) => ({ ...outcome, item }));
	return [...sent, ...whole].sort((one, other) => one.item! - other.item!);
}

/**
 * Sends the numbers of files, one request after the other, and returns an outcome for each request: it is
 * dispatched over a run whose items are the requests. What the server finds too large is halved, and
 * so is what follows: nothing of it was done.
 */
async function sendParts(
	run: RunContext,
	files: readonly ItemFile[],
	target: PartTarget,
): Promise<Outcome[]> {
	const final = new Map<FilePart, Outcome>();
	const known: KnownIds = new Set();
	let open = files.flatMap((file) => partsOnRecord(run, file, target.endpoint));
	for (;;) {
		const kept = [...final].filter(([, outcome]) => !isRejected(outcome)).map(([part]) => part);
		const parts = inOrder([...kept, ...open]);
		const outcomes = await dispatch(runOf(run, parts, final), shipmentOf(parts, target, known));
		const tooLarge = outcomes.findIndex(isHalved);
		for (const [place, outcome] of outcomes.entries()) {
			if (tooLarge === -1 || place < tooLarge) final.set(parts[place], outcome);
		}
		if (tooLarge === -1) break;
		const { from, to } = parts[tooLarge];
		const half = Math.ceil((to - from) / 2);
		open = parts.slice(tooLarge).flatMap((part) => inPieces(part, half));
	}
	return numbered(final);
}

function isRejected(outcome: Outcome): boolean {
	return !outcome.ok && outcome.status === 'rejected';
}

/** What tells a request apart for its owner. */
function guardedOf<Fields extends readonly Field[], Options extends readonly Field[]>({
	guarded,
}: FromFileDefinition<Fields, Options>): GuardedWork | undefined {
	if (guarded === undefined) return undefined;
	const identify = ({ numbers, firstRow, lastRow }: JsonObject) => ({ numbers, firstRow, lastRow });
	return { ...guarded, identify };
}
