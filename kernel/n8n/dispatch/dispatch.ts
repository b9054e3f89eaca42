import pLimit from 'p-limit';

import { readBatchAnswer, readBatchResults, acceptedRecord } from '../../http/bulkResponse';
import { isIdempotent, type Endpoint, type JsonObject, type JsonValue } from '../../http/endpoint';
import { isFatal, toError } from '../../http/requestError';
import { failure, notSent, success, type Outcome } from '../../delivery/outcome';
import { packBatches, type Batch } from '../../delivery/pack';
import type { RunContext } from '../run/operation';
import type { Safeguards } from './guards';

/** Where the records of a batch go and what one request may hold. */
export interface BatchTarget {
	endpoint: Endpoint;
	/** Name of the array in the request body. */
	recordsKey: string;
	/** Schema of one record. */
	recordSchema: Endpoint['body'];
	/** Records of one request at most. */
	maxRecords: number;
	/** Bytes of one record at most, where the API says so. */
	maxRecordBytes?: number;
	/** Status of a record that Trackly took. */
	acceptedStatus: string;
	/** Name of the count of accepted records in the answer, which names the others in `errors[]`. */
	acceptedCount?: string;
	/** Name of the count of records that were there before, which the answer does not name. */
	skippedCount?: string;
	/** Name of the results in the answer, where each record has one in its place. */
	resultsKey?: string;
	/** What stands beside the array in every request, where there is something. */
	shared?: JsonObject;
	/** Whether a record must not travel twice, where the endpoint takes others twice without harm. */
	isUnsafe?(record: JsonObject): boolean;
	/** What stands in the array for a record; the record itself unless said otherwise. */
	entry?(record: JsonObject): JsonValue;
}

/** A record that is ready to be sent. */
export interface BatchRecord {
	itemIndex: number;
	/** The record, as safeguards look at it. */
	content: JsonObject;
	/** Whom or what it concerns: such records keep their order. */
	identity: string;
	text: string;
	details: JsonObject;
}

/** Batches under way at once. */
const BATCHES_IN_FLIGHT = 4;

/**
 * Sends the records in batches, the first alone and then some side by side, and writes their
 * outcomes. Records with the same identity leave in order: a batch waits for those before it that
 * hold one of its own.
 *
 * A failure that would meet every further request as well (key, account, no connection) ends the
 * sending. Every other failure leaves the remaining batches their chance.
 *
 * @throws such a failure, with On Error = Stop, when no record got through or is in doubt
 */
export async function sendBatches(
	run: RunContext,
	target: BatchTarget,
	safeguards: Safeguards,
	prepared: readonly BatchRecord[],
	outcomes: Array<Outcome | undefined>,
): Promise<void> {
	const batches = packBatches(
		prepared.map((record) => Buffer.byteLength(record.text)),
		{
			maxRecords: Math.min(target.maxRecords, safeguards.maxRecords),
			maxBytes: run.limits.maxRequestBytes,
		},
		envelopeBytes(target),
	);
	const earlierOf = earlierWithSameIdentity(prepared, batches);
	let ended: unknown;
	let done = 0;
	const sendAt = async (index: number): Promise<void> => {
		const records = prepared.slice(batches[index].start, batches[index].end);
		await Promise.all(earlierOf(index).map(async (earlier) => await sendings[earlier]));
		if (ended !== undefined) {
			for (const { itemIndex, details } of records) outcomes[itemIndex] = notSent(ended, details);
			return;
		}
		const batchOutcomes = await sendBatch(run, target, safeguards, records, index + 1);
		records.forEach(({ itemIndex, text }, position) => {
			const outcome = batchOutcomes[position];
			outcomes[itemIndex] = outcome;
			run.ledger.record(endpointFor(target, [records[position]]), itemIndex, text, outcome);
			if (!outcome.ok && isFatal(outcome.cause)) ended ??= outcome.cause;
		});
		run.progress.tell((done += records.length), prepared.length);
	};
	// What a crash leaves in doubt counts as sent where there are keys: one batch, not several.
	const limit = pLimit(safeguards.keyed ? 1 : BATCHES_IN_FLIGHT);
	const sendings: Array<Promise<void>> = [];
	for (const index of batches.keys()) {
		sendings.push(limit(sendAt, index));
		// The first one shows whether anything gets through, at the price of one request.
		if (index === 0) await sendings[0];
	}
	await Promise.all(sendings);
	await safeguards.close();
	if (ended !== undefined && run.stopOnError && !outcomes.some(isDoneOrInDoubt)) throw ended;
}

/** For each batch those before it that hold one of its identities, the last one for each identity. */
function earlierWithSameIdentity(
	records: readonly BatchRecord[],
	batches: readonly Batch[],
): (index: number) => number[] {
	const lastOf = new Map<string, number>();
	const earlier = batches.map(({ start, end }, index) => {
		const found = new Set<number>();
		for (let position = start; position < end; position++) {
			const { identity } = records[position];
			const before = lastOf.get(identity);
			if (before !== undefined && before !== index) found.add(before);
			lastOf.set(identity, index);
		}
		return [...found];
	});
	return (index) => earlier[index];
}

/** The endpoint for these records, unsafe to repeat as soon as one of them is. */
export function endpointFor(
	{ endpoint, recordsKey, shared, isUnsafe }: BatchTarget,
	records: ReadonlyArray<Pick<BatchRecord, 'content'>>,
): Endpoint {
	const contents = records.map(({ content }) => content);
	const unsafe = isUnsafe !== undefined && contents.some(isUnsafe);
	const idempotent = !unsafe && isIdempotent(endpoint, { ...shared, [recordsKey]: contents });
	return { ...endpoint, idempotent };
}

/** What a request of records came to. */
interface BatchAnswer {
	/** What came of the record at a position: its failure, or its result. */
	answerOf(position: number): Error | JsonObject | undefined;
	/** What is said of each record that was taken. */
	taken: JsonObject;
}

const NOTHING_ASKED: BatchAnswer = { answerOf: () => undefined, taken: {} };

/** Sends those records of one batch that may be sent. @returns the outcomes of all its records */
async function sendBatch(
	run: RunContext,
	target: BatchTarget,
	safeguards: Safeguards,
	records: readonly BatchRecord[],
	batchNumber: number,
): Promise<Outcome[]> {
	const refused = await safeguards.admit(records).catch(toError);
	if (refused instanceof Error) return records.map(({ details }) => failure(refused, details));
	const admitted = records.filter(({ itemIndex }) => !refused.has(itemIndex));
	const { answerOf, taken } =
		admitted.length === 0
			? NOTHING_ASKED
			: await request(run, target, admitted, safeguards.atLeastOnce).catch((error: unknown) => {
					const failed = toError(error);
					return { answerOf: () => failed, taken: {} };
				});
	const outcomes = new Map(refused);
	admitted.forEach(({ itemIndex, details }, position) => {
		const answered = answerOf(position);
		const facts = { ...details, batch: batchNumber };
		const outcome =
			answered instanceof Error
				? failure(answered, facts)
				: success({ ...answered, ...taken, ...facts });
		outcomes.set(itemIndex, outcome);
	});
	await safeguards.settle(admitted, (itemIndex) => outcomes.get(itemIndex)!);
	return records.map(({ itemIndex }) => outcomes.get(itemIndex)!);
}

/**
 * Makes the request of one batch.
 *
 * @throws RequestError
 */
async function request(
	run: RunContext,
	target: BatchTarget,
	records: readonly BatchRecord[],
	atLeastOnce: boolean,
): Promise<BatchAnswer> {
	const { acceptedStatus, acceptedCount = '', skippedCount, resultsKey } = target;
	const client = await run.client();
	const endpoint = endpointFor(target, records);
	const answer = await client.send({ endpoint, atLeastOnce }, bodyOf(target, records));
	return {
		answerOf:
			resultsKey === undefined
				? readBatchAnswer(answer, records.length, acceptedCount, skippedCount)
				: readBatchResults(answer, records.length, resultsKey),
		taken: acceptedRecord(answer, acceptedStatus, acceptedCount, skippedCount),
	};
}

function isDoneOrInDoubt(outcome: Outcome | undefined): boolean {
	return outcome !== undefined && (outcome.ok || outcome.status === 'unknown');
}

/** The text of a request's body. */
function bodyOf({ recordsKey, shared }: BatchTarget, records: readonly BatchRecord[]): string {
	const rest = shared === undefined ? '' : `,${JSON.stringify(shared).slice(1, -1)}`;
	return `{"${recordsKey}":[${records.map((record) => record.text).join(',')}]${rest}}`;
}

/** Bytes of a request body around its records. */
export function envelopeBytes(target: BatchTarget): number {
	return Buffer.byteLength(bodyOf(target, []));
}
