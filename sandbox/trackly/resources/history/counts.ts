import type { RecordFailure } from '../records';

/** Most entries of `errors[]` in the response of an import. */
export const MAX_ERRORS = 100; // contract: x-limits.max_history_errors_returned

/** The counts of an import, of whose records some were there before. */
export function counts(
	records: readonly unknown[],
	failures: readonly RecordFailure[],
	skipped: number,
) {
	return {
		success_count: records.length - failures.length - skipped,
		error_count: failures.length,
		duplicates_skipped: skipped,
	};
}
