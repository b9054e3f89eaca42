import fc from 'fast-check';

import type { Endpoint, HttpMethod } from '../../../../kernel/http/endpoint';
import { InputError } from '../../../../kernel/input/inputError';
import { readPathSetting } from '../../../../kernel/input/pathSetting';

const call = (method: HttpMethod, path: string): Endpoint => ({
	operationId: path,
	method,
	path,
	idempotent: true,
});

const documented = [call('POST', '/texts/send'), call('GET', '/texts/{id}/rows')];
const BALANCE = call('GET', '/balance');
const CANCEL = call('POST', '/texts/{id}/cancel');
const PREVIEW = call('POST', '/texts/preview');

const read = (raw: unknown, replaced: Endpoint) =>
	readPathSetting(raw, 'Path', replaced, documented);

it.each([
	['/credits', BALANCE, '/credits'],
	[' /users/balance/ ', BALANCE, '/users/balance'],
	['/a-b/c_d/e.f/~g', BALANCE, '/a-b/c_d/e.f/~g'],
	['/cancel/{id}', CANCEL, '/cancel/{id}'],
	// Another method does something else there.
	['/texts/send', BALANCE, '/texts/send'],
	['', BALANCE, undefined],
	['  ', BALANCE, undefined],
	[undefined, BALANCE, undefined],
	[null, BALANCE, undefined],
])('%j is read', (raw, replaced, path) => {
	expect(read(raw, replaced)).toBe(path);
});

it.each([
	['balance', BALANCE, 'must begin with /'],
	['GET /balance', BALANCE, 'must be a path without a method, which is GET'],
	['post /balance', BALANCE, 'must be a path without a method, which is GET'],
	['https://api.example/balance', BALANCE, 'must be a path, without a host'],
	['javascript:alert(1)', BALANCE, 'must be a path, without a host'],
	['//evil.example/balance', BALANCE, 'must be a path, without a host'],
	['\\\\evil.example/balance', BALANCE, 'must be a path, without a host'],
	['/\\evil.example', BALANCE, 'must be a plain path'],
	['/', BALANCE, 'must be a plain path'],
	['/a//b', BALANCE, 'must be a plain path'],
	['/a/../b', BALANCE, 'must be a plain path'],
	['/a/%2e%2e/b', BALANCE, 'must be a plain path'],
	['/a?b=c', BALANCE, 'must be a plain path'],
	['/a#b', BALANCE, 'must be a plain path'],
	['/a b', BALANCE, 'must be a plain path'],
	['/user@evil.example', BALANCE, 'must be a plain path'],
	['/{id', BALANCE, 'must be a plain path'],
	['/texts/cancel', CANCEL, 'must contain {id} once'],
	['/texts/{id}/cancel/{id}', CANCEL, 'must contain {id} once'],
	['/texts/{uuid}/cancel', CANCEL, 'must contain {id} once'],
	['/texts/{id}/{other}', CANCEL, 'must not contain {other}'],
	['/{id}', BALANCE, 'must not contain {id}'],
	['/texts/send', PREVIEW, 'must not be /texts/send'],
	['/TEXTS/Send/', PREVIEW, 'must not be /texts/send'],
])('%j is refused', (raw, replaced, wrong) => {
	expect(() => read(raw, replaced)).toThrow(InputError);
	expect(() => read(raw, replaced)).toThrow(`"Path" ${wrong}`);
});

const text = fc.oneof(
	fc.string(),
	fc
		.array(
			fc.constantFrom('/', 'texts', 'send', 'SEND', '.', '..', '%2f', '\\', '{id}', '?', ':', '@'),
		)
		.map((parts) => parts.join('')),
);

it('whatever is read stays on the host, below the Base URL, and is no documented call', () => {
	fc.assert(
		fc.property(text, (raw) => {
			let path: string | undefined;
			try {
				path = read(raw, PREVIEW);
			} catch (error) {
				expect(error).toBeInstanceOf(InputError);
				return;
			}
			if (path === undefined) return;
			const base = 'https://api.example/api/v2';
			const url = new URL(`${base}${path}`);
			expect(url.href).toBe(`${base}${path}`);
			expect(url.pathname.toLowerCase()).not.toBe('/api/v2/texts/send');
		}),
		{ numRuns: 2_000 },
	);
});
