import { isFatal, RequestError, type FailureKind } from '../../../../kernel/http/requestError';
import { InputError } from '../../../../kernel/input/inputError';

describe('meetsEveryRequest', () => {
	it.each<[FailureKind, string, number | undefined, boolean]>([
		['unreachable', 'unreachable', undefined, true],
		['cancelled', 'stopped', undefined, true],
		['refused', 'cancelled', undefined, true],
		['refused', 'redirected', 302, true],
		['refused', 'http_404', 404, true],
		['refused', 'unauthorized', 401, true],
		['refused', 'subscription_inactive', 402, true],
		['refused', 'sms_not_enabled', 403, true],
		['refused', 'list_not_found', 404, false],
		['refused', 'invalid_phone', 400, false],
		['refused', 'rate_limited', 429, false],
		['refused', 'rejected', undefined, false],
		['unknown', 'outcome_unknown', undefined, false],
		['unknown', 'http_503', 503, false],
		['unknown', 'unreadable_response', 403, false],
	])('a failure that is %s with %s and status %s: %s', (kind, code, status, expected) => {
		expect(isFatal(new RequestError('no', { kind, code, status }))).toBe(expected);
	});

	it('is not so for what is wrong with one item', () => {
		expect(isFatal(new InputError('To', 'missing_phone', 'is empty'))).toBe(false);
	});

	it.each([new Error('No credentials'), 'No credentials', undefined])(
		'is so for what is not about requests at all: %p',
		(error) => {
			expect(isFatal(error)).toBe(true);
		},
	);
});

describe('a request failure', () => {
	it('is an error that carries its facts, and promises nothing about repeats', () => {
		const failure = new RequestError('Slow down', {
			kind: 'refused',
			code: 'rate_limited',
			status: 429,
			retryAfter: 2_000,
		});
		expect(String(failure)).toBe('RequestError: Slow down');
		expect(failure).toMatchObject({
			kind: 'refused',
			code: 'rate_limited',
			status: 429,
			retryAfter: 2_000,
			harmlessToRepeat: false,
			repeated: false,
		});
	});
});
