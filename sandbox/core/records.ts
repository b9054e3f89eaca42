import { ApiError } from '../trackly/error-codes';
import type { Call } from './call';

/** One entry of `errors[]` in a bulk answer. */
export interface RecordFailure {
	index: number;
	code?: string;
	error: string;
}

/**
 * Handles the entries of a bulk body one by one: good ones go to `accept`, the others are reported
 * by their index. `accept` may refuse as well, by throwing `ApiError`.
 */
export function eachRecord<Entry>(
	call: Pick<Call<unknown>, 'refuse' | 'textFor'>,
	records: readonly Entry[],
	accept: (record: Entry, index: number) => void,
): RecordFailure[] {
	const failures: RecordFailure[] = [];
	records.forEach((record, index) => {
		let refusal = call.refuse(record, index);
		try {
			if (refusal === undefined) accept(record, index);
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			refusal = error;
		}
		if (refusal === undefined) return;
		failures.push({ index, code: refusal.code, error: call.textFor(refusal) });
	});
	return failures;
}
