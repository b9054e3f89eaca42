import { doneOrDryRun, failure, success, type Outcome } from '../../delivery/outcome';
import {
	acceptedRecord,
	isNoneCounted,
	isSomeCounted,
	readBulkResponse,
	readBulkResults,
	summaryOf,
} from '../../http/bulkResponse';
import type { JsonObject } from '../../http/endpoint';
import { RequestError } from '../../http/requestError';
import { objectOf } from '../../http/response';
import type { Profile } from '../../profile';
import type { Entry, Shipment, UnitOptions } from '../dispatch/shipment';
import type { Client } from '../run/operation';
import { bodyOf, type BulkRecord, type BulkTarget } from './bulkTarget';
import { withClues } from './withClues';
import type { KnownIds } from './confirm';
import { sendInHalves, type Part } from './sendInHalves';
import { checkWhole } from './wholeResponse';

/** A record that is ready to be sent. */
export interface RecordEntry extends Entry, BulkRecord {
	content: JsonObject;
}

interface BulkResponse {
	body: JsonObject;
	/** Why an earlier try of the request may have been done. */
	doubt: RequestError | undefined;
	/** What the API is like, with the key of the credential to hide. */
	profile: Profile;
}

/** What came of one request of a batch. */
export type BatchPart = Part<BulkResponse>;

type Send = Shipment<RecordEntry, BatchPart[]>['send'];

/** Makes the requests of a run's batches: one each, or several where the server finds one too large. */
export function batchSender(target: BulkTarget): Send {
	const known: KnownIds = new Set();
	const tooMany = { count: Infinity };
	return async (client, unit, options) => {
		const send = async (records: readonly RecordEntry[]) =>
			await sendRequest(target, client, records, options, known);
		return target.halves === true
			? await sendInHalves(unit, send, tooMany, options.end)
			: [{ count: unit.length, response: await send(unit) }];
	};
}

async function sendRequest(
	target: BulkTarget,
	client: Client,
	records: readonly RecordEntry[],
	options: UnitOptions,
	known: KnownIds,
): Promise<BulkResponse> {
	const { endpoint, whole, counts } = target;
	const { profile } = client;
	const isReport =
		counts === undefined ? undefined : (body: JsonObject) => isSomeCounted(body, counts);
	const body = JSON.stringify(bodyOf(target, records));
	const send = async () => {
		const response = await client.request({ endpoint }, { body, isReport, ...options });
		if (whole !== undefined) {
			checkWhole(whole, response, records[0].content, profile, options.idempotent);
		}
		return { body: objectOf(response, profile), doubt: response.doubt, profile };
	};
	return await withClues(client, records[0].content, options, whole?.clues, known, send);
}

/** What the parts of a batch say of each of its records. */
export function outcomesOfParts(
	target: BulkTarget,
	parts: readonly BatchPart[],
	unit: readonly RecordEntry[],
	number: number,
	idempotent: boolean,
): (entry: RecordEntry, place: number) => Outcome {
	let from = 0;
	const readers = parts.map(({ count, response, error }) => {
		const start = from;
		from += count;
		const records = unit.slice(start, from);
		const reader =
			response === undefined
				? ({ details }: RecordEntry) => failure(error, { ...details, batch: number })
				: outcomesOf(target, response, records, number, idempotent);
		return { reader, start, end: from };
	});
	return (entry, place) => {
		const { reader, start } = readers.find(({ end }) => place < end)!;
		return reader(entry, place - start);
	};
}

function outcomesOf(
	target: BulkTarget,
	{ body, doubt, profile }: BulkResponse,
	unit: readonly RecordEntry[],
	number: number,
	idempotent: boolean,
): (entry: RecordEntry, place: number) => Outcome {
	const { whole } = target;
	if (whole !== undefined) {
		return ({ content, details, isDry }) => {
			return doneOrDryRun({ ...whole.taken(body, content), ...details, batch: number }, isDry);
		};
	}
	const { acceptedStatus, counts = { accepted: '' }, resultsKey } = target;
	const identities = unit.map((entry) => entry.orderingKey ?? '');
	const held = isNoneCounted(body, counts) ? target.held?.(body) : undefined;
	const taken = held ?? acceptedRecord(body, acceptedStatus, counts);
	const summary = summaryOf(body, target.facts);
	const verdictOf =
		resultsKey !== undefined
			? readBulkResults(body, identities, resultsKey, profile)
			: readBulkResponse(
					held === undefined ? body : { ...body, [counts.accepted]: undefined },
					identities,
					counts,
					profile,
					// What is on hold needs no count to be believed.
					idempotent || held !== undefined,
				);
	return ({ details }, place) => {
		const verdict = verdictOf(place);
		if (!(verdict instanceof RequestError)) {
			return success([{ ...verdict, ...taken, ...details, batch: number, ...summary }]);
		}
		// An earlier try of the request may have done what this one is refused.
		const error = (idempotent ? undefined : doubt) ?? verdict;
		return failure(error, { ...details, batch: number, ...summary, ...verdict.details });
	};
}
