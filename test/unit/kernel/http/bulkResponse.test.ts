import fc from 'fast-check';

import {
	acceptedRecord,
	readBulkResponse,
	readBulkResults,
	type BulkCounts,
} from '../../../../kernel/http/bulkResponse';
import type { JsonObject, JsonValue } from '../../../../kernel/http/endpoint';
import { RequestError } from '../../../../kernel/http/requestError';
import { profile } from '../n8n/standIn';

const COUNTS = { accepted: 'queued_count' };
/** Recipients of a request, by place. */
const people = (count: number) =>
	Array.from({ length: count }, (_, place) => `+1202555010${place}`);

const verdicts = (
	body: JsonObject,
	sent: number,
	{ counts = COUNTS, idempotent = false }: { counts?: BulkCounts; idempotent?: boolean } = {},
) => {
	const verdictOf = readBulkResponse(body, people(sent), counts, profile, idempotent);
	return people(sent).map((_, place) => verdictOf(place));
};
const kinds = (...given: Parameters<typeof verdicts>) =>
	verdicts(...given).map((verdict) => verdict?.kind ?? 'taken');

describe('readBulkResponse', () => {
	it.each<[string, JsonObject, string[]]>([
		['all were taken', { queued_count: 2, error_count: 0 }, ['taken', 'taken']],
		['counts come as text', { queued_count: '2', error_count: '0' }, ['taken', 'taken']],
		['an error is named', { queued_count: 1, errors: [{ index: 1 }] }, ['taken', 'refused']],
		[
			'its index comes as text',
			{ queued_count: 1, errors: [{ index: '1' }] },
			['taken', 'refused'],
		],
		['all are named', { errors: [{ index: 0 }, { index: 1 }] }, ['refused', 'refused']],
		[
			'the same twice',
			{ queued_count: 1, errors: [{ index: 1 }, { index: 1 }] },
			['taken', 'refused'],
		],
		['none was taken', { queued_count: 0, error_count: 2 }, ['refused', 'refused']],
		['it says no', { success: false }, ['refused', 'refused']],
		['it has an error text', { error: 'No credit' }, ['refused', 'refused']],
		[
			'it says no after some',
			{ success: false, queued_count: 1, errors: [{ index: 0 }] },
			['refused', 'taken'],
		],
		// From here on nobody can tell.
		['it is empty', {}, ['unknown', 'unknown']],
		['only success is said', { success: true }, ['unknown', 'unknown']],
		['the count is no count', { queued_count: 'many' }, ['unknown', 'unknown']],
		['fewer were taken than sent', { queued_count: 1, error_count: 0 }, ['unknown', 'unknown']],
		['more were taken than sent', { queued_count: 3 }, ['unknown', 'unknown']],
		[
			'more failed than are named',
			{ queued_count: 1, error_count: 2, errors: [{ index: 0 }] },
			['refused', 'unknown'],
		],
		[
			'one is named and not counted',
			{ queued_count: 2, errors: [{ index: 0 }] },
			['unknown', 'taken'],
		],
		['no count, one named', { errors: [{ index: 1 }] }, ['unknown', 'refused']],
		['it says no and counts all', { success: false, queued_count: 2 }, ['unknown', 'unknown']],
		['errors are words', { queued_count: 2, errors: 'one failed' }, ['unknown', 'unknown']],
		['errors are a single one', { queued_count: 1, errors: { index: 0 } }, ['refused', 'taken']],
		['errors are an object', { queued_count: 2, errors: { a: 1 } }, ['unknown', 'unknown']],
		['errors are counted only', { queued_count: 2, errors: 1 }, ['unknown', 'unknown']],
		[
			'one more error names nobody',
			{ queued_count: 2, errors: [{ index: 0 }, { index: 7 }] },
			['unknown', 'unknown'],
		],
	])('%s', (_, body, expected) => {
		expect(kinds(body, 2)).toEqual(expected);
	});

	it.each<JsonValue | undefined>([[], {}, null, '', false, 0, undefined])(
		'finds no error in a list that is %j',
		(errors) => {
			expect(kinds({ queued_count: 2, errors }, 2)).toEqual(['taken', 'taken']);
		},
	);

	it.each<JsonValue | undefined>([2, 7, -1, 0.5, '2', 'first', null, undefined, [0]])(
		'is in doubt about all when the one that failed is said to be %j of two',
		(index) => {
			const body = { queued_count: 1, error_count: 1, errors: [{ index }] };
			expect(kinds(body, 2)).toEqual(['unknown', 'unknown']);
		},
	);

	it.each<[string, JsonObject, string[]]>([
		['nothing is said', {}, ['taken', 'taken']],
		['one is named', { errors: [{ index: 1 }] }, ['taken', 'refused']],
		['it says no', { success: false }, ['refused', 'refused']],
		['an error names nobody', { errors: [{ index: 7 }] }, ['unknown', 'unknown']],
		['more failed than are named', { error_count: 1 }, ['unknown', 'unknown']],
		['fewer were taken than sent', { queued_count: 1 }, ['unknown', 'unknown']],
	])('needs no count where a repeat does no harm: %s', (_, body, expected) => {
		expect(kinds(body, 2, { idempotent: true })).toEqual(expected);
	});

	it.each<[string, JsonObject, string[]]>([
		[
			'agrees, in another spelling',
			{ index: 0, to: '1 (202) 555-0100' },
			['refused', 'taken', 'taken'],
		],
		['is of nobody here', { index: 0, to: '+442079460958' }, ['refused', 'taken', 'taken']],
		['is of another one', { index: 0, to: '+12025550102' }, ['unknown', 'taken', 'unknown']],
		[
			'is of another one, in another spelling',
			{ index: 0, phone: '12025550102' },
			['unknown', 'taken', 'unknown'],
		],
		['is a number', { index: 0, to: 12025550102 }, ['unknown', 'taken', 'unknown']],
		[
			'is only mentioned in the words',
			{ index: 0, error: '+12025550102' },
			['refused', 'taken', 'taken'],
		],
	])('whose identity %s', (_, entry, expected) => {
		expect(kinds({ queued_count: 2, errors: [entry] }, 3)).toEqual(expected);
	});

	it('does not count the doubt about two records as two failures', () => {
		const errors = [{ index: 0 }, { index: 1, to: '+12025550102' }];
		// Two of five failed, and three were taken: 0, one of 1 and 2, and nobody else.
		expect(kinds({ queued_count: 3, errors }, 5)).toEqual([
			'refused',
			'unknown',
			'unknown',
			'taken',
			'taken',
		]);
	});

	it('does not count a record twice that is named with and without doubt', () => {
		const errors = [{ index: 0 }, { index: 0, to: '+12025550101' }];
		// Nobody says what became of one of the last two.
		expect(kinds({ queued_count: 1, errors }, 4)).toEqual([
			'unknown',
			'unknown',
			'unknown',
			'unknown',
		]);
	});

	it('never calls a record taken that an error contradicts, or more than are counted', () => {
		const sent = 4;
		const spelled = fc.constantFrom<(number: string) => JsonValue>(
			(number) => number,
			(number) => number.slice(1),
			(number) => Number(number),
			(number) => `${number.slice(0, 2)} (${number.slice(2, 5)}) ${number.slice(5)}`,
		);
		const place = fc.integer({ min: -1, max: sent });
		const entry = fc.oneof(
			{
				weight: 6,
				arbitrary: fc.record({ index: place, of: fc.option(place), spelled, asText: fc.boolean() }),
			},
			{ weight: 1, arbitrary: fc.constantFrom(null, 'no', 7) },
		);
		const count = fc.oneof(
			fc.integer({ min: 0, max: sent + 1 }),
			fc.constantFrom('2', '4', 'x', -1, null, undefined),
		);
		const response = fc.record({
			queued_count: count,
			skipped: count,
			error_count: count,
			success: fc.constantFrom(true, false, undefined, undefined),
			error: fc.constantFrom('No', '', undefined, undefined),
			entries: fc.array(entry, { maxLength: 4 }),
			idempotent: fc.boolean(),
		});
		const isPlace = (value: number) => value >= 0 && value < sent;
		const numberIn = (value: JsonValue | undefined) =>
			/^\d+$/.test(String(value)) ? Number(value) : undefined;

		fc.assert(
			fc.property(response, ({ entries, idempotent, ...facts }) => {
				const contradicted = new Set<number>();
				let nameless = 0;
				const errors = entries.map((each): JsonValue => {
					if (typeof each !== 'object' || each === null) {
						nameless++;
						return each;
					}
					if (isPlace(each.index)) contradicted.add(each.index);
					else nameless++;
					const other = each.of === null ? undefined : people(sent)[each.of];
					if (other !== undefined) contradicted.add(each.of!);
					return {
						index: each.asText ? String(each.index) : each.index,
						...(other !== undefined && { to: each.spelled(other) }),
					};
				});
				const counts = { accepted: 'queued_count', skipped: 'skipped' };
				const found = kinds({ ...facts, errors }, sent, { counts, idempotent });
				const taken = found.flatMap((kind, at) => (kind === 'taken' ? [at] : []));

				for (const at of taken) expect(contradicted).not.toContain(at);
				if (nameless > 0) expect(taken).toEqual([]);
				const accepted = numberIn(facts.queued_count);
				if (accepted !== undefined) {
					expect(taken.length).toBeLessThanOrEqual(accepted + (numberIn(facts.skipped) ?? 0));
				}
				if (accepted === undefined && !idempotent) expect(taken).toEqual([]);
				if (facts.success === false && !accepted) expect(taken).toEqual([]);
				if ((numberIn(facts.error_count) ?? 0) > contradicted.size) expect(taken).toEqual([]);
			}),
			{ numRuns: 3_000 },
		);
	});

	it.each<[string, JsonObject]>([
		['nothing', { index: 0 }],
		['empty words', { index: 0, error: '' }],
		['something that is no text', { index: 0, error: { text: 'no' }, code: 400 }],
	])('calls a record rejected of which the API says %s', (_, entry) => {
		expect(verdicts({ errors: [entry] }, 1)[0]).toMatchObject({
			kind: 'refused',
			code: 'rejected',
			message: 'Things rejected this record',
		});
	});

	it('says what is in doubt', () => {
		expect(verdicts({}, 1)[0]).toMatchObject({
			kind: 'unknown',
			code: 'outcome_unknown',
			message: 'Things did not say for each record of this batch whether it was accepted',
		});
	});

	it("keeps the API's code and words, without the full number", () => {
		const told = { code: 'not_sendable', error: 'Cannot text +12025550117' };
		const wanted = { kind: 'refused', code: 'not_sendable', message: 'Cannot text …0117' };
		expect(verdicts({ errors: [{ index: 0, ...told }] }, 1)[0]).toMatchObject(wanted);
		expect(verdicts({ success: false, ...told }, 1)[0]).toMatchObject(wanted);
		expect(verdicts({ queued_count: 0, error_count: 1 }, 1)[0]).toMatchObject({
			code: 'rejected',
			message: 'Things rejected all records of this batch',
		});
	});
});

describe('records that were there before', () => {
	const counts = { accepted: 'success_count', skipped: 'duplicates_skipped' };

	it('count as taken, whichever they are', () => {
		const body = { success_count: 1, error_count: 0, duplicates_skipped: '1' };
		expect(kinds(body, 2, { counts })).toEqual(['taken', 'taken']);
		expect(kinds(body, 3, { counts })).toEqual(['unknown', 'unknown', 'unknown']);
	});

	it.each<[JsonObject, JsonObject]>([
		[{ success_count: 2, duplicates_skipped: 0 }, { status: 'imported' }],
		[{ success_count: 2 }, { status: 'imported' }],
		[{ success_count: 2, duplicates_skipped: null }, { status: 'imported' }],
		[
			{ success_count: 0, duplicates_skipped: 2 },
			{ status: 'skipped', duplicates_skipped: 2 },
		],
		[
			{ success_count: '0', duplicates_skipped: '2' },
			{ status: 'skipped', duplicates_skipped: 2 },
		],
		[
			{ success_count: 1, duplicates_skipped: 1 },
			{ status: 'imported_or_skipped', duplicates_skipped: 1 },
		],
	])('leave it open which records are new, unless all or none are: %j', (body, expected) => {
		expect(acceptedRecord(body, 'imported', counts)).toEqual(expected);
	});

	it('are none where the request knows of none', () => {
		expect(acceptedRecord({ queued_count: 0 }, 'queued', COUNTS)).toEqual({ status: 'queued' });
		expect(acceptedRecord({}, 'queued', {})).toEqual({ status: 'queued' });
	});
});

describe('readBulkResults', () => {
	const resultsOf = (body: JsonObject, sent: number) => {
		const resultOf = readBulkResults(body, people(sent), 'links', profile);
		return Array.from({ length: sent }, (_, index) => resultOf(index));
	};

	it('gives each record the result in its place', () => {
		const links = [{ code: 'a1' }, { code: 'b2' }];
		expect(resultsOf({ links }, 2)).toEqual(links);
	});

	it('fails a record whose result has an error or says no', () => {
		const links = [
			{ code: 'a1' },
			{ error: 'No offer for +12025550117', code: 'offer_not_found' },
			{ success: false },
		];
		expect(resultsOf({ links }, 3)).toEqual([
			{ code: 'a1' },
			expect.objectContaining({
				kind: 'refused',
				code: 'offer_not_found',
				message: 'No offer for …0117',
			}),
			expect.objectContaining({ kind: 'refused', code: 'rejected' }),
		]);
	});

	it('refuses all where there are no results and the API says no', () => {
		const body = { success: false, error: 'No credit', code: 'no_credit' };
		const refused = expect.objectContaining({ kind: 'refused', code: 'no_credit' });
		expect(resultsOf(body, 2)).toEqual([refused, refused]);
	});

	it('is in doubt about a result that is of another record', () => {
		const links = [
			{ code: 'a1', to: '+12025550100' },
			{ code: 'b2', to: '12025550102' },
			{ code: 'c3' },
		];
		expect(resultsOf({ links }, 3)).toEqual([
			links[0],
			expect.objectContaining({ kind: 'unknown', code: 'outcome_unknown' }),
			links[2],
		]);
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
		['an empty result', { links: [{}] }, 1],
	])('is in doubt about every record with %s', (_, body, sent) => {
		const inDoubt = expect.objectContaining({
			kind: 'unknown',
			code: 'outcome_unknown',
			message: 'Things did not return one result for each record of this batch',
		});
		const results = resultsOf(body, sent);
		expect(results).toEqual(Array.from({ length: sent }, () => inDoubt));
		expect(results[0]).toBeInstanceOf(RequestError);
	});
});
