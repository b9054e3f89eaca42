import type { ApiResponse } from '../../http/apiResponse';
import { partName } from '../../delivery/ledger';
import { dryRun, success, type Outcome } from '../../delivery/outcome';
import { isIdempotent, isJsonObject, type Endpoint, type JsonObject } from '../../http/endpoint';
import { RequestError } from '../../http/requestError';
import { judge, objectOf } from '../../http/response';
import { dispatch } from '../dispatch/dispatch';
import type { GuardedWork } from '../dispatch/guardedWork';
import type { Entry, Shipment, UnitOptions } from '../dispatch/shipment';
import type { Client, RunContext } from '../run/operation';
import type { WholeResponse } from './bulkTarget';
import { withClues } from './withClues';
import {
	bodyOf,
	factsOf,
	fingerprintOf,
	inPieces,
	nameOf,
	partsOf,
	type FilePart,
	type ItemFile,
} from './fileParts';
import type { KnownIds } from './confirm';
import { isTooLarge } from './sendInHalves';

/** What the requests of files have in common. */
export interface PartTarget {
	endpoint: Endpoint;
	/** The list in the body that takes the numbers. */
	listName: string;
	whole: WholeResponse;
	isDry(head: JsonObject): boolean;
	/** Whether all that is about to be sent may be. @throws why not; then nothing is sent */
	checkAll: ((client: Client, parts: readonly FilePart[]) => Promise<void>) | undefined;
	guarded: GuardedWork | undefined;
}

interface PartEntry extends Entry {
	part: FilePart;
}

/** Requests in a row without a known outcome after which nothing further is tried. */
const MAX_UNKNOWN_IN_ROW = 3;

/**
 * Sends the numbers of files, one request after the other, and gives an outcome for each request: it is
 * dispatched over a run whose items are the requests. What the server finds too large is halved, and
 * so is what follows: nothing of it was done.
 */
export async function sendParts(
	run: RunContext,
	files: readonly ItemFile[],
	target: PartTarget,
): Promise<Outcome[]> {
	const final = new Map<FilePart, Outcome>();
	const known: KnownIds = new Set();
	let open = files.flatMap((file) => partsOnRecord(run, file, target));
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

/** In the order of the input and of the files. */
function inOrder(parts: FilePart[]): FilePart[] {
	return parts.sort(
		(one, other) => one.file.itemIndex - other.file.itemIndex || one.from - other.from,
	);
}

/** The outcomes in order, each with its item and its number among the requests of that item. */
function numbered(final: ReadonlyMap<FilePart, Outcome>): Outcome[] {
	const counts = new Map<number, number>();
	return inOrder([...final.keys()]).map((part): Outcome => {
		const outcome = final.get(part)!;
		const item = part.file.itemIndex;
		const batch = (counts.get(item) ?? 0) + 1;
		counts.set(item, batch);
		if (!outcome.ok) return { ...outcome, item, details: { ...outcome.details, batch } };
		return { ...outcome, item, items: outcome.items.map((json) => ({ ...json, batch })) };
	});
}

function isRejected(outcome: Outcome): boolean {
	return !outcome.ok && outcome.status === 'rejected';
}

function partsOnRecord(run: RunContext, file: ItemFile, { endpoint }: PartTarget): FilePart[] {
	const { itemIndex } = file;
	return partsOf(file, run.ledger.partsOf(itemIndex), (part) => {
		const name = partName(itemIndex, nameOf(part));
		const found = run.ledger.recall(endpoint.operationId, name, fingerprintOf(part));
		return found !== undefined;
	});
}

/** The run whose items are the requests of files; what is known of them stands in its ledger. */
function runOf(
	run: RunContext,
	parts: readonly FilePart[],
	final: ReadonlyMap<FilePart, Outcome>,
): RunContext {
	const itemOf = (place: number) => parts[place].file.itemIndex;
	const nameAt = (of: number | string) => {
		const part = parts[Number(of)];
		return partName(part.file.itemIndex, nameOf(part));
	};
	return {
		...run,
		items: parts.map(({ file }) => run.items[file.itemIndex]),
		parameters: {
			...run.parameters,
			read: (path, place) => run.parameters.read(path, itemOf(place)),
		},
		ledger: {
			...run.ledger,
			recall: (operationId, of, fingerprint) =>
				final.get(parts[Number(of)]) ?? run.ledger.recall(operationId, nameAt(of), fingerprint),
			record: (operationId, of, fingerprint, outcome) =>
				run.ledger.record(operationId, nameAt(of), fingerprint, outcome),
		},
	};
}

function shipmentOf(
	parts: readonly FilePart[],
	target: PartTarget,
	known: KnownIds,
): Shipment<PartEntry, JsonObject> {
	const { endpoint, whole, isDry, checkAll, guarded } = target;
	return {
		plan(place) {
			const part = parts[place];
			const { file } = part;
			const facts = factsOf(part);
			return {
				itemIndex: place,
				partOf: file.itemIndex,
				content: { ...file.head, ...facts },
				details: facts,
				// A hash of up to millions of numbers: made when it is asked for.
				get fingerprint() {
					return fingerprintOf(part);
				},
				orderingKey: undefined,
				isDry: isDry(file.head),
				notes: part.from === 0 ? file.notes : [],
				part,
			};
		},
		checkAll:
			checkAll &&
			(async (client, entries) =>
				await checkAll(
					client,
					entries.map(({ part }) => part),
				)),
		guarded,
		operationOf: () => endpoint.operationId,
		isIdempotent: ([{ part }]) => isIdempotent(endpoint, part.file.head),
		pack: (entries) => entries.map((entry) => [entry]),
		async send(client, [{ part }], options) {
			const { head } = part.file;
			try {
				const send = async () => await sendPart(client, part, target, options);
				const response = await withClues(client, head, options, whole.clues, known, send);
				return objectOf(response, client.profile);
			} catch (error) {
				throw part.to - part.from > 1 && isTooLarge(error) ? halved(error) : error;
			}
		},
		outcomesOf:
			(body) =>
			({ part, details, isDry: dry }) => {
				const facts = { ...whole.taken(body, part.file.head), ...details };
				return dry === true ? dryRun(facts) : success([facts]);
			},
		width: { plain: 1, keyed: 1 },
		probes: false,
		maxUnknownInRow: MAX_UNKNOWN_IN_ROW,
		endsAtFailure: false,
	};
}

async function sendPart(
	client: Client,
	part: FilePart,
	{ endpoint, listName, whole }: PartTarget,
	options: UnitOptions,
): Promise<ApiResponse> {
	const { head } = part.file;
	const body = bodyOf(part, head, listName);
	const response = await client.request({ endpoint, body: head }, { body, ...options });
	const refusal =
		judge(
			response,
			client.profile,
			options.idempotent,
			(told) => isJsonObject(told) && whole.taken(told, head) !== undefined,
		) ?? whole.mistrust?.(objectOf(response, client.profile), head);
	if (refusal !== undefined) throw refusal;
	return response;
}

/** Code of a request that ends this round, to be sent again in halves. */
const HALVED = 'request_too_large';

function halved({ message, status }: RequestError): RequestError {
	return new RequestError(message, { kind: 'refused', code: HALVED, status, fatal: true });
}

function isHalved(outcome: Outcome): boolean {
	return !outcome.ok && outcome.code === HALVED;
}
