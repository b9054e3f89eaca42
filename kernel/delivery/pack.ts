/** What one request may hold. */
export interface BatchLimits {
	maxRecords: number;
	/** Bytes of the whole request body. */
	maxBytes: number;
}

/** A run of records that travel together: `[start, end)` of the list that was packed. */
export interface Batch {
	start: number;
	end: number;
}

/**
 * Packs records, in order, into as few requests as the limits allow, in one pass.
 *
 * @param sizes bytes of each record as JSON; each must fit a request by itself
 * @param envelopeBytes bytes around the records, e.g. of `{"messages":[]}`
 */
export function packBatches(
	sizes: readonly number[],
	limits: BatchLimits,
	envelopeBytes: number,
): Batch[] {
	const batches: Batch[] = [];
	let start = 0;
	let bytes = envelopeBytes;
	for (const [index, size] of sizes.entries()) {
		const withComma = size + (index > start ? 1 : 0);
		const full = index - start === limits.maxRecords || bytes + withComma > limits.maxBytes;
		if (full && index > start) {
			batches.push({ start, end: index });
			start = index;
			bytes = envelopeBytes + size;
		} else {
			bytes += withComma;
		}
	}
	if (start < sizes.length) batches.push({ start, end: sizes.length });
	return batches;
}
