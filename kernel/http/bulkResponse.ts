import type { JsonObject, JsonValue } from './endpoint';
import { RequestError } from './requestError';
import { redact } from './redact';

/**
 * Reads the answer to a batch: which of the records it names as failed. Good records are only
 * counted, so every index that is not in `errors[]` counts as taken (contract NOTES §1.4), unless
 * the counts say that more failed than were named: then nobody can tell which, and the rest is
 * `unknown`.
 *
 * @param sent how many records the request held
 * @param acceptedCount name of the count of accepted records
 * @param skippedCount name of the count of records that were there before, where there is one
 * @returns the failure of the record at an index, `undefined` for a record that was taken
 */
export function readBatchAnswer(
	answer: JsonObject,
	sent: number,
	acceptedCount: string,
	skippedCount?: string,
): (index: number) => RequestError | undefined {
	const named = new Map<number, RequestError>();
	for (const entry of listIn(answer.errors)) {
		const index = entry.index;
		if (isIndex(index) && index < sent) {
			named.set(index, recordFailure(entry));
		}
	}
	const accepted = answer[acceptedCount];
	const skipped = countIn(answer, skippedCount);
	const unnamed =
		countIn(answer, 'error_count') > named.size ||
		(typeof accepted === 'number' && accepted + skipped + named.size < sent);
	return (index) => named.get(index) ?? (unnamed ? UNNAMED_FAILURE : undefined);
}

/**
 * What can be said of each record that a batch took. Records that were there before are only
 * counted, not named, so with some of them nobody can tell which record is which.
 *
 * @returns `acceptedStatus`, `skipped` when nothing else was taken, or `<acceptedStatus>_or_skipped`
 *   together with the count of the request
 */
export function acceptedRecord(
	answer: JsonObject,
	acceptedStatus: string,
	acceptedCount: string,
	skippedCount?: string,
): JsonObject {
	const skipped = countIn(answer, skippedCount);
	if (skippedCount === undefined || skipped === 0) return { status: acceptedStatus };
	const status = answer[acceptedCount] === 0 ? 'skipped' : `${acceptedStatus}_or_skipped`;
	return { status, [skippedCount]: skipped };
}

function isIndex(value: JsonValue | undefined): value is number {
	return Number.isInteger(value) && Number(value) >= 0;
}

function countIn(answer: JsonObject, name = ''): number {
	const count = answer[name];
	return typeof count === 'number' ? count : 0;
}

const UNNAMED_FAILURE = new RequestError(
	'Trackly rejected records of this batch without saying which',
	{ kind: 'unknown', code: 'outcome_unknown' },
);

/**
 * Reads the answer to a batch that gives a result for each record, in the place of the record. An
 * entry with an `error` is a failure.
 *
 * @returns the result of the record at an index, or its failure
 */
export function readBatchResults(
	answer: JsonObject,
	sent: number,
	resultsKey: string,
): (index: number) => JsonObject | RequestError {
	const results = listIn(answer[resultsKey]);
	return (index) => {
		// Without one entry for each, nobody can tell which is whose.
		if (results.length !== sent) return UNPLACED_RESULT;
		const { error, message, code } = results[index];
		if (typeof error !== 'string') return results[index];
		return recordFailure({ code, error: typeof message === 'string' ? message : error });
	};
}

const UNPLACED_RESULT = new RequestError(
	'Trackly did not give one result for each record of this batch',
	{ kind: 'unknown', code: 'outcome_unknown' },
);

function recordFailure({ code, error }: JsonObject): RequestError {
	return new RequestError(
		redact(typeof error === 'string' && error !== '' ? error : 'Trackly rejected this record'),
		{ kind: 'refused', code: typeof code === 'string' ? code : 'rejected' },
	);
}

function listIn(value: JsonValue | undefined): JsonObject[] {
	if (!Array.isArray(value)) return [];
	return value.filter(
		(entry): entry is JsonObject =>
			typeof entry === 'object' && entry !== null && !Array.isArray(entry),
	);
}
