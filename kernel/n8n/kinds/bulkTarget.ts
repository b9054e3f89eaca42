import type { BulkCounts } from '../../http/bulkResponse';
import { inGroups, packBatches } from '../../delivery/pack';
import type { Endpoint, JsonObject, JsonValue } from '../../http/endpoint';
import type { WholeResponse } from './wholeResponse';

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
	/**
	 * What stands beside the array for a record, where each says it itself. Records that say the same
	 * travel together, wherever they stand.
	 */
	beside?(record: JsonObject): JsonObject;
	/** For an API that says one thing of all records of a request: how it does. */
	whole?: WholeResponse;
	/** Reason why a record is left out that has the same ordering key as another one beside the same. */
	repeatReason?: string;
	/** Whether a request that was too large (413) is made again in two halves: nothing of it was done. */
	halves?: boolean;
}

/** A record that is ready to travel. */
export interface BulkRecord {
	content: JsonObject;
	/** Bytes of what stands in the array for it, as JSON. */
	bytes: number;
	/** What stands beside the records of its request. */
	shared: JsonObject | undefined;
	/** The same as text, where records say it themselves. */
	group?: string;
	/** Records of its request at most, where users say so. */
	most?: number;
}

/** The body of a request, as rules look at it. */
export function bodyOf(target: BulkTarget, entries: readonly BulkRecord[]): JsonObject {
	const records = entries.map(({ content }) => inArray(target, content));
	return { [target.recordsKey]: records, ...entries[0]?.shared };
}

/** What stands in the array for a record. */
export function inArray({ entry }: BulkTarget, record: JsonObject): JsonValue {
	return entry?.(record) ?? record;
}

/** Bytes of a request body around its records. */
export function envelopeBytes(target: BulkTarget, shared: JsonObject | undefined): number {
	return Buffer.byteLength(JSON.stringify({ [target.recordsKey]: [], ...shared }));
}

/**
 * Reads what stands beside the array for records that say it themselves. Records that say the same have the
 * same object.
 */
export function sharedPart({
	beside,
}: BulkTarget): (record: JsonObject) => { shared?: JsonObject; group?: string } {
	if (beside === undefined) return () => ({});
	const known = new Map<string, { shared: JsonObject; group: string }>();
	return (record) => {
		const shared = beside(record);
		const group = JSON.stringify(shared);
		const same = known.get(group) ?? { shared, group };
		known.set(group, same);
		return same;
	};
}

/** Records as they travel in requests. */
export function packUnits<Entry extends BulkRecord>(
	target: BulkTarget,
	entries: readonly Entry[],
	maxEntries: number,
	maxBytes: number,
): Array<readonly Entry[]> {
	const { beside, maxRecords } = target;
	const most = entries.reduce((least, entry) => Math.min(least, entry.most ?? least), maxRecords);
	const inOrder = beside === undefined ? entries : inGroups(entries, ({ group = '' }) => group);
	return packBatches(inOrder, {
		maxRecords: Math.min(most, maxEntries),
		maxBytes,
		bytesOf: ({ bytes }) => bytes,
		envelopeOf: ({ shared }) => envelopeBytes(target, shared),
		travelTogether: (one, other) => sameJson(one.shared, other.shared),
	});
}

function sameJson(one: JsonObject | undefined, other: JsonObject | undefined): boolean {
	return one === other || JSON.stringify(one) === JSON.stringify(other);
}
