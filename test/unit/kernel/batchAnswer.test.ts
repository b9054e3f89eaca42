import { readBatchAnswer, takenRecord } from '../../../kernel/batchAnswer';
import type { JsonObject } from '../../../kernel/endpoint';

const kinds = (answer: JsonObject, sent: number) => {
	const failureOf = readBatchAnswer(answer, sent, 'queued_count');
	return Array.from({ length: sent }, (_, index) => failureOf(index)?.kind ?? 'taken');
};

describe('readBatchAnswer', () => {
	it('takes every record that is not named as failed', () => {
		const errors = [{ index: 1, code: 'invalid_phone', error: 'no' }];
		expect(kinds({ queued_count: 2, error_count: 1, errors }, 3)).toEqual([
			'taken',
			'refused',
			'taken',
		]);
	});

	it('takes all when there are no errors', () => {
		expect(kinds({ queued_count: 2, error_count: 0 }, 2)).toEqual(['taken', 'taken']);
	});

	it('is in doubt about the unnamed when more failed than were named', () => {
		const errors = [{ index: 0, code: 'invalid_phone' }];
		expect(kinds({ queued_count: 1, error_count: 2, errors }, 3)).toEqual([
			'refused',
			'unknown',
			'unknown',
		]);
	});

	it('is in doubt when fewer were taken than were sent', () => {
		expect(kinds({ queued_count: 1, error_count: 0, errors: [] }, 2)).toEqual([
			'unknown',
			'unknown',
		]);
	});

	it('ignores indexes outside the batch and entries that are none', () => {
		const errors = [{ index: 7 }, { index: -1 }, null, 'x', [1], { code: 'y' }];
		expect(kinds({ errors } as JsonObject, 2)).toEqual(['taken', 'taken']);
	});

	it("keeps Trackly's code and words, without the full number", () => {
		const answer = {
			errors: [{ index: 0, code: 'not_sendable', error: 'Cannot text +12025550117' }],
		};
		expect(readBatchAnswer(answer, 1, 'queued_count')(0)).toMatchObject({
			code: 'not_sendable',
			message: 'Cannot text …0117',
		});
	});
});

describe('records that were there before', () => {
	const skippedOf = (success_count: number, duplicates_skipped: number) =>
		takenRecord(
			{ success_count, duplicates_skipped },
			'imported',
			'success_count',
			'duplicates_skipped',
		);

	it('count as taken, whichever they are', () => {
		const answer = { success_count: 1, error_count: 0, duplicates_skipped: 1 };
		const failureOf = readBatchAnswer(answer, 2, 'success_count', 'duplicates_skipped');
		expect([failureOf(0), failureOf(1)]).toEqual([undefined, undefined]);
		const oneLost = readBatchAnswer(answer, 3, 'success_count', 'duplicates_skipped');
		expect(oneLost(0)?.kind).toBe('unknown');
	});

	it('leave it open which records are new, unless all or none are', () => {
		expect(skippedOf(2, 0)).toEqual({ status: 'imported' });
		expect(skippedOf(0, 2)).toEqual({ status: 'skipped', duplicates_skipped: 2 });
		expect(skippedOf(1, 1)).toEqual({ status: 'imported_or_skipped', duplicates_skipped: 1 });
	});
});
