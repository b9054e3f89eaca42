import { RequestError } from '../../../../kernel/http/requestError';
import {
	hashRequest,
	isFromEarlierTry,
	recallOutcome,
	recordOutcome,
	type LedgerPage,
} from '../../../../kernel/delivery/ledger';
import { dryRun, failure, skipped, success } from '../../../../kernel/delivery/outcome';

const request = hashRequest('sendMessage', '{"to":"+12025550117"}');
const unknown = failure(new RequestError('lost', { kind: 'unknown', code: 'outcome_unknown' }), {
	to: '+12025550117',
});
const rejected = failure(new RequestError('no', { kind: 'refused', code: 'invalid_phone' }));

const pageWith = (
	...entries: Parameters<typeof recordOutcome> extends [LedgerPage, ...infer Rest] ? Rest[] : never
) => {
	const page: LedgerPage = {};
	for (const entry of entries) recordOutcome(page, ...entry);
	// It lives in execution data, which n8n stores as JSON.
	return JSON.parse(JSON.stringify(page)) as LedgerPage;
};

describe('the fingerprint of a request', () => {
	it('stays the same from one version to the next: an execution may be waiting', () => {
		expect(hashRequest('sendMessage', '{"to":"+12025550117"}')).toBe('5d5y8nHR6oX7BZ_WkMztDw');
	});

	it('differs with the operation and with the body', () => {
		const prints = [
			hashRequest('sendMessage', '{"to":"a"}'),
			hashRequest('sendMessage', '{"to":"b"}'),
			hashRequest('sendRawMessage', '{"to":"a"}'),
		];
		expect(new Set(prints).size).toBe(prints.length);
	});
});

describe('the ledger', () => {
	it('gives back what was done, marked', () => {
		const page = pageWith([3, request, success([{ message_id: 'q7Rk2mXa' }])]);
		expect(recallOutcome(page, 3, request)).toEqual(
			success([{ message_id: 'q7Rk2mXa', from_earlier_try: true }]),
		);
	});

	it('gives back no items for a request that ended in none', () => {
		expect(recallOutcome(pageWith([0, request, success([])]), 0, request)).toEqual(success([]));
		expect(recallOutcome({ 0: { request } }, 0, request)).toEqual(success([]));
	});

	it('gives back what may have been done, and knows that it is no news', () => {
		const outcome = recallOutcome(pageWith([0, request, unknown]), 0, request);
		expect(outcome).toMatchObject({
			ok: false,
			status: 'unknown',
			code: 'outcome_unknown',
			message: 'lost',
			details: { to: '+12025550117', from_earlier_try: true },
			cause: { kind: 'unknown', code: 'outcome_unknown' },
		});
		expect(isFromEarlierTry(outcome!)).toBe(true);
		expect(isFromEarlierTry(unknown)).toBe(false);
	});

	it('lets what was certainly not done be tried again', () => {
		expect(recallOutcome(pageWith([0, request, rejected]), 0, request)).toBeUndefined();
	});

	it.each([skipped({}), dryRun({})])(
		'lets what was left out be sent later: $leftOut',
		(leftOut) => {
			expect(recallOutcome(pageWith([0, request, leftOut]), 0, request)).toBeUndefined();
		},
	);

	it('does not take a success for an old failure, whatever the API calls its fields', () => {
		expect(isFromEarlierTry(success([{ from_earlier_try: true }]))).toBe(false);
	});

	it('knows nothing of other items, other data and other operations', () => {
		const page = pageWith([0, request, success([{}])]);
		expect(recallOutcome(page, 1, request)).toBeUndefined();
		for (const other of [
			hashRequest('sendMessage', '{"to":"+12025550118"}'),
			hashRequest('sendRawMessage', '{"to":"+12025550117"}'),
		]) {
			expect(recallOutcome(page, 0, other)).toBeUndefined();
		}
	});
});
