import { isFatal } from '../../../../kernel/delivery/outcome';
import { RequestError, toError, type FailureKind } from '../../../../kernel/http/requestError';
import { InputError } from '../../../../kernel/input/inputError';

describe('isFatal', () => {
	it.each<[FailureKind, boolean | undefined, boolean]>([
		['unreachable', undefined, true],
		['cancelled', undefined, true],
		['refused', undefined, false],
		['unknown', undefined, false],
		['refused', true, true],
		['unknown', true, true],
		['unreachable', false, false],
	])('a failure that is %s, fatal %p: %s', (kind, fatal, expected) => {
		expect(isFatal(new RequestError('no', { kind, code: 'x', fatal }))).toBe(expected);
	});

	it('is not so for what is wrong with one item', () => {
		expect(isFatal(new InputError('To', 'missing_phone', 'is empty'))).toBe(false);
	});

	it('is so for what is not about requests at all', () => {
		expect(isFatal(new Error('No credentials'))).toBe(true);
	});
});

describe('what was thrown', () => {
	it('is itself where it is an error, and one of its text where it is not', () => {
		const error = new InputError('To', 'missing_phone', 'is empty');
		expect(toError(error)).toBe(error);
		expect(toError('no')).toEqual(new Error('no'));
		expect(toError(undefined)).toEqual(new Error('undefined'));
	});
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
