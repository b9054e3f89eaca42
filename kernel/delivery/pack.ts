/** What one request may hold, and which records go into the same one. */
export interface PackingRules<Record> {
	maxRecords: number;
	/** Bytes of the whole request body. */
	maxBytes: number;
	/** Bytes of a record as JSON; each must fit a request by itself. */
	bytesOf(record: Record): number;
	/** Bytes around the records, e.g. of `{"messages":[]}`. */
	envelopeOf(record: Record): number;
	/** Whether two neighbours may travel in one request. */
	travelTogether(one: Record, other: Record): boolean;
}

/** The records with those of one key beside each other: keys in order of their first record, records in order. */
export function inGroups<Record>(
	records: readonly Record[],
	keyOf: (record: Record) => string,
): Record[] {
	const groups = new Map<string, Record[]>();
	for (const record of records) {
		const key = keyOf(record);
		const group = groups.get(key);
		if (group) group.push(record);
		else groups.set(key, [record]);
	}
	return [...groups.values()].flat();
}

/** Packs records, in order, into as few requests as the rules allow, in one pass. */
export function packBatches<Record>(
	records: readonly Record[],
	rules: PackingRules<Record>,
): Array<readonly Record[]> {
	const batches: Array<readonly Record[]> = [];
	let start = 0;
	let bytes = 0;
	for (const [index, record] of records.entries()) {
		const size = rules.bytesOf(record);
		const fits =
			index > start &&
			index - start < rules.maxRecords &&
			bytes + 1 + size <= rules.maxBytes &&
			rules.travelTogether(records[index - 1], record);
		if (fits) {
			bytes += 1 + size;
			continue;
		}
		if (index > start) batches.push(records.slice(start, index));
		start = index;
		bytes = rules.envelopeOf(record) + size;
	}
	if (start < records.length) batches.push(records.slice(start));
	return batches;
}
