import type { BulkCounts } from '../../http/bulkResponse';
import type { Endpoint, JsonObject, JsonValue } from '../../http/endpoint';
import type { Entry } from '../dispatch/shipment';

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

/** A record that is ready to be sent. */
export interface RecordEntry extends Entry {
	/** The record as JSON text. */
	text: string;
	/** What stands beside the records of its request. */
	shared: JsonObject | undefined;
}

/** The body of a request, as rules look at it. */
export function bodyOf({ recordsKey }: BulkTarget, entries: readonly RecordEntry[]): JsonObject {
	return { [recordsKey]: entries.map(({ content }) => content), ...entries[0]?.shared };
}

/** The text of a request's body. */
export function textOf(
	{ recordsKey }: BulkTarget,
	shared: JsonObject | undefined,
	entries: readonly RecordEntry[],
): string {
	const rest = shared === undefined ? '' : `,${JSON.stringify(shared).slice(1, -1)}`;
	return `{"${recordsKey}":[${entries.map(({ text }) => text).join(',')}]${rest}}`;
}

/** Bytes of a request body around its records. */
export function envelopeBytes(target: BulkTarget, shared: JsonObject | undefined): number {
	return Buffer.byteLength(textOf(target, shared, []));
}
