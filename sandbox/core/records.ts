import type { Call } from './call';
import { ApiError } from './contract/api-error';

/** An entry of a bulk body that was refused. */
export interface RefusedRecord {
	/** Position in the body, from 0. */
	index: number;
	code?: string;
	text: string;
}

/**
 * Handles the entries of a bulk body one by one: good ones go to `accept`, the others are returned.
 * `accept` may refuse as well, by throwing `ApiError`.
 */
export function eachRecord<Entry>(
	call: Pick<Call<unknown>, 'refuse' | 'textFor' | 'noteRefused'>,
	records: readonly Entry[],
	accept: (record: Entry, index: number) => void,
): RefusedRecord[] {
	const refused: RefusedRecord[] = [];
	records.forEach((record, index) => {
		let refusal = call.refuse(record, index);
		try {
			if (refusal === undefined) accept(record, index);
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			refusal = error;
		}
		if (refusal === undefined) return;
		call.noteRefused(index);
		refused.push({ index, code: refusal.code, text: call.textFor(refusal) });
	});
	return refused;
}
