import { readBatchAnswer } from '../../../kernel/batchAnswer';
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
