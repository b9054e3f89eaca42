import type { ApiResponse } from '../../http/apiResponse';
import { doneOrDryRun, type Outcome } from '../../delivery/outcome';
import { isIdempotent, type Endpoint, type JsonObject } from '../../http/endpoint';
import { RequestError } from '../../http/requestError';
import { objectOf } from '../../http/response';
import type { GuardedWork } from '../dispatch/guardedWork';
import type { Entry, Shipment, UnitOptions } from '../dispatch/shipment';
import type { Client } from '../run/operation';
import { withClues } from './withClues';
import { bodyOf, factsOf, fingerprintOf, type FilePart } from './fileParts';
import type { KnownIds } from './confirm';
import { isTooLarge } from './sendInHalves';
import { checkWhole, type WholeResponse } from './wholeResponse';

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

/** How the requests of files are sent: one after the other. @param parts what each of them is for */
export function shipmentOf(
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
		// A hash of up to millions of numbers.
		fingerprintOf: ({ part }) => fingerprintOf(part),
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
				return doneOrDryRun({ ...whole.taken(body, part.file.head), ...details }, dry);
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
	checkWhole(whole, response, head, client.profile, options.idempotent);
	return response;
}

/** Code of a request that the server finds too large. It ends the run, so that all is halved. */
const HALVED = 'request_too_large';

function halved({ message, status }: RequestError): RequestError {
	return new RequestError(message, { kind: 'refused', code: HALVED, status, fatal: true });
}

/** Whether a request is to be made again in halves, and so is all after it: nothing of it was done. */
export function isHalved(outcome: Outcome): boolean {
	return !outcome.ok && outcome.code === HALVED;
}
