import { RequestError, type FailureKind } from '../../../../kernel/http/requestError';
import {
	countOutcomes,
	dryRun,
	failure,
	notSent,
	skipped,
	success,
	withNotes,
	isCertainlyNotDone,
} from '../../../../kernel/delivery/outcome';
import { InputError } from '../../../../kernel/input/inputError';

describe('failure', () => {
	it.each<[FailureKind, 'rejected' | 'unknown']>([
		['refused', 'rejected'],
		['unreachable', 'rejected'],
		['unknown', 'unknown'],
		['cancelled', 'unknown'],
	])('of a request that is %s is %s', (kind, status) => {
		const cause = new RequestError('No', { kind, code: 'some_code' });
		expect(failure(cause, { to: 'x' })).toEqual({
			ok: false,
			status,
			code: 'some_code',
			message: 'No',
			details: { to: 'x' },
			cause,
		});
	});

	it('of what a user gave has the code of the problem', () => {
		expect(failure(new InputError('To', 'missing_phone', 'is empty'))).toMatchObject({
			status: 'rejected',
			code: 'missing_phone',
			message: '"To" is empty',
			details: {},
		});
	});

	it.each([new TypeError('no text'), 'no text'])(
		'of anything else is about the input: %p',
		(error) => {
			const failed = failure(error);
			expect(failed).toMatchObject({
				status: 'rejected',
				code: 'invalid_input',
				message: 'no text',
			});
			expect(failed.cause).toBeInstanceOf(Error);
		},
	);
});

describe('what was left out', () => {
	it('says why, before what tells the item apart', () => {
		expect(skipped({ reason: 'sent before' })).toEqual({
			ok: true,
			leftOut: 'skipped',
			items: [{ status: 'skipped', reason: 'sent before' }],
		});
		expect(dryRun({ to: 'x' })).toEqual({
			ok: true,
			leftOut: 'dryRun',
			items: [{ status: 'dry_run', to: 'x' }],
		});
	});
});

describe('items that were never tried', () => {
	it.each([new Error('The key is wrong'), 'The key is wrong'])(
		'are rejected for the failure before: %p',
		(reason) => {
			expect(notSent(reason, { to: 'x' })).toMatchObject({
				status: 'rejected',
				code: 'not_sent',
				message: 'Not sent because of an earlier failure: The key is wrong',
				details: { to: 'x' },
			});
		},
	);
});

describe('success', () => {
	it('has notes only where there is something to say', () => {
		const note = { text: 'Some are missing.' };
		expect(success([{ id: 1 }])).toEqual({ ok: true, items: [{ id: 1 }] });
		expect(success([], [note])).toEqual({ ok: true, items: [], notes: [note] });
		expect(withNotes(success([], [note]), [note])).toMatchObject({ notes: [note, note] });
		expect(withNotes(failure(new Error('no')), [note])).not.toHaveProperty('notes');
	});
});

describe('isCertainlyNotDone', () => {
	const request = (kind: FailureKind) => failure(new RequestError('no', { kind, code: 'x' }));
	it.each([
		['a refusal', request('refused'), true],
		['no connection', request('unreachable'), true],
		['bad input', failure(new InputError('To', 'missing_phone', 'is empty')), true],
		['never tried', notSent('stopped'), true],
		['a lost response', request('unknown'), false],
		['a stop under way', request('cancelled'), false],
		['done', success([{}]), false],
		['left out', skipped({}), false],
	])('%s: %#', (_, outcome, expected) => {
		expect(isCertainlyNotDone(outcome)).toBe(expected);
	});
});

describe('countOutcomes', () => {
	it('counts nothing of no outcomes', () => {
		expect(countOutcomes([])).toEqual({
			done: 0,
			skipped: 0,
			dryRun: 0,
			rejected: 0,
			notSent: 0,
			unknown: 0,
		});
	});

	it('counts every item once, by what it ended in', () => {
		const times = <Value>(count: number, value: Value) => Array<Value>(count).fill(value);
		const request = (kind: FailureKind) => failure(new RequestError('no', { kind, code: 'x' }));
		expect(
			countOutcomes([
				...times(1, success([{}, {}])),
				...times(2, skipped({})),
				...times(3, dryRun({})),
				...times(4, request('refused')),
				...times(5, notSent('stopped')),
				...times(6, request('unknown')),
			]),
		).toEqual({ done: 1, skipped: 2, dryRun: 3, rejected: 4, notSent: 5, unknown: 6 });
	});
});
