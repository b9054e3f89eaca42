import {
	readBatchAnswer,
	readBatchResults,
	acceptedRecord,
} from '../../../../kernel/http/bulkResponse';
import type { JsonObject, JsonValue } from '../../../../kernel/http/endpoint';

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

	it.each<JsonValue | undefined>([2, 7, -1, 0.5, '0', null, undefined, [0]])(
		'is in doubt about all when the one that failed is said to be %j of two',
		(index) => {
			expect(kinds({ queued_count: 1, error_count: 1, errors: [{ index }] }, 2)).toEqual([
				'unknown',
				'unknown',
			]);
		},
	);

	it('knows the first and the last record of a batch by their index', () => {
		const errors = [{ index: 0 }, { index: 2 }];
		expect(kinds({ queued_count: 1, error_count: 2, errors }, 3)).toEqual([
			'refused',
			'taken',
			'refused',
		]);
	});

	it('needs only one of the counts to be in doubt', () => {
		const errors = [{ index: 0 }];
		expect(kinds({ error_count: 2, errors }, 2)).toEqual(['refused', 'unknown']);
		expect(kinds({ queued_count: 0, errors }, 2)).toEqual(['refused', 'unknown']);
	});

	it.each<[string, JsonObject]>([
		['left out', {}],
		['null', { queued_count: null, error_count: null }],
	])('goes by the named failures alone when the counts are %s', (_, counts) => {
		expect(kinds({ ...counts, errors: [{ index: 1 }] }, 2)).toEqual(['taken', 'refused']);
	});

	it.each<[string, JsonObject]>([
		['nothing', { index: 0 }],
		['empty words', { index: 0, error: '' }],
		['something that is no text', { index: 0, error: { text: 'no' }, code: 400 }],
	])('calls a record rejected of which Trackly says %s', (_, entry) => {
		const failure = readBatchAnswer({ errors: [entry] }, 1, 'queued_count')(0);
		expect(failure).toMatchObject({
			kind: 'refused',
			code: 'rejected',
			message: 'Trackly rejected this record',
		});
	});

	it('says what is in doubt about a record that was not named', () => {
		expect(readBatchAnswer({ error_count: 1 }, 1, 'queued_count')(0)).toMatchObject({
			kind: 'unknown',
			code: 'outcome_unknown',
			message: 'Trackly rejected records of this batch without saying which',
		});
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
		acceptedRecord(
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

describe('takenRecord', () => {
	it.each<JsonValue | undefined>([undefined, null, 0])(
		'calls a record by what was done when the count of those there before is %j',
		(duplicates_skipped) => {
			const answer = { success_count: 0, duplicates_skipped };
			expect(acceptedRecord(answer, 'imported', 'success_count', 'duplicates_skipped')).toEqual({
				status: 'imported',
			});
		},
	);

	it('knows nothing of records that were there before where the request has none', () => {
		expect(acceptedRecord({ queued_count: 0 }, 'queued', 'queued_count')).toEqual({
			status: 'queued',
		});
	});
});

describe('readBatchResults', () => {
	const resultsOf = (answer: JsonObject, sent: number) => {
		const resultOf = readBatchResults(answer, sent, 'links');
		return Array.from({ length: sent }, (_, index) => resultOf(index));
	};

	it('gives each record the result in its place', () => {
		const links = [{ code: 'a1' }, { code: 'b2' }];
		expect(resultsOf({ links }, 2)).toEqual(links);
	});

	it('fails a record whose result has an error, in the words of its message', () => {
		const links = [
			{ code: 'a1' },
			{ error: 'invalid_offer', code: 'offer_not_found', message: 'No offer for +12025550117' },
		];
		expect(resultsOf({ links }, 2)).toEqual([
			{ code: 'a1' },
			expect.objectContaining({
				kind: 'refused',
				code: 'offer_not_found',
				message: 'No offer for …0117',
			}),
		]);
	});

	it.each([undefined, null, 404])('falls back to the error when the message is %j', (message) => {
		const [failed] = resultsOf({ links: [{ error: 'No such offer', message }] }, 1);
		expect(failed).toMatchObject({ kind: 'refused', code: 'rejected', message: 'No such offer' });
	});

	it('takes a result whose error is null', () => {
		const links = [{ code: 'a1', error: null }];
		expect(resultsOf({ links }, 1)).toEqual(links);
	});

	it.each<[string, JsonObject, number]>([
		['no results', {}, 1],
		['results that are no list', { links: { code: 'a1' } }, 1],
		['too few results', { links: [{ code: 'a1' }] }, 2],
		['too many results', { links: [{ code: 'a1' }, { code: 'b2' }] }, 1],
		['a result that is text', { links: ['a1'] }, 1],
		['a result that is null', { links: [null] }, 1],
		['a result that is a list', { links: [[]] }, 1],
	])('is in doubt about every record with %s', (_, answer, sent) => {
		const inDoubt = expect.objectContaining({
			kind: 'unknown',
			code: 'outcome_unknown',
			message: 'Trackly did not give one result for each record of this batch',
		});
		expect(resultsOf(answer, sent)).toEqual(Array.from({ length: sent }, () => inDoubt));
	});
});
