import { eachRecord } from '../../core';
import type { Call } from '../../core';

/** One entry of `errors[]` in a bulk response (contract: RecordError). */
export interface RecordFailure {
	index: number;
	code?: string;
	error: string;
}

/** Hands the good records of a bulk body to `accept`, and returns the others as errors. */
export function failuresOf<Entry>(
	call: Call<unknown>,
	records: readonly Entry[],
	accept: (record: Entry, index: number) => void,
): RecordFailure[] {
	return eachRecord(call, records, accept).map(({ index, code, text }) => ({
		index,
		code,
		error: text,
	}));
}
