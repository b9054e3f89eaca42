import {
	acceptedRecord,
	isNoneCounted,
	readBulkResponse,
	readBulkResults,
	summaryOf,
	type BulkCounts,
} from '../../http/bulkResponse';
import type { Endpoint, JsonObject, JsonValue } from '../../http/endpoint';
import type { RequestError } from '../../http/requestError';
import type { Profile } from '../../profile';

/** Where the records go and what one request may hold. */
export interface BulkTarget {
	endpoint: Endpoint;
	/** Name of the array in the request body. */
	recordsKey: string;
	/** Schema of one record. */
	recordSchema: Endpoint['body'];
	/** Records of one request at most. */
	maxRecords: number;
	/** Bytes of one record at most, where the API says so. */
	maxRecordBytes?: number;
	/** Status of a record that the API took. */
	acceptedStatus: string;
	/** Counts in a response that names only the records it did not take. */
	counts?: BulkCounts;
	/**
	 * Names of what a response says of the whole request, beyond its counts of accepted and skipped
	 * records. Each of its items carries them, under `batch_summary`.
	 */
	facts?: readonly string[];
	/**
	 * What a response that puts all records of the request on hold says of each of them, its `status`
	 * included; nothing where they were taken.
	 */
	held?(body: JsonObject): JsonObject | undefined;
	/** Name of the results in a response that has one for each record, in its place. */
	resultsKey?: string;
	/** What stands in the array for a record; the record itself unless given. */
	entry?(record: JsonObject): JsonValue;
}

/** What a response to many records says. */
interface BatchReading {
	/** The result or the failure of the record at a place; nothing where it was taken without a result. */
	verdictOf(place: number): JsonObject | RequestError | undefined;
	/** What is said of each record that was taken. */
	taken: JsonObject;
	/** What is said of the whole request. */
	summary: JsonObject;
}

/**
 * Reads the response to many records.
 *
 * @param identities what tells each record apart for its owner
 */
export function readBatch(
	body: JsonObject,
	identities: readonly string[],
	target: BulkTarget,
	profile: Profile,
	idempotent: boolean,
): BatchReading {
	const { acceptedStatus, counts = { accepted: '' }, resultsKey } = target;
	const held = isNoneCounted(body, counts) ? target.held?.(body) : undefined;
	const told = held === undefined ? body : { ...body, [counts.accepted]: undefined };
	return {
		taken: held ?? acceptedRecord(body, acceptedStatus, counts),
		summary: summaryOf(body, target.facts),
		verdictOf:
			resultsKey !== undefined
				? readBulkResults(body, identities, resultsKey, profile)
				: // What is on hold needs no count to be believed.
					readBulkResponse(told, identities, counts, profile, idempotent || held !== undefined),
	};
}
