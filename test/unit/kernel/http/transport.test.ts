import type { FailureKind } from '../../../../kernel/http/requestError';
import { causesOf, classifyTransportError } from '../../../../kernel/http/transport';

const failed = (facts: {
	code?: unknown;
	syscall?: string;
	message?: string;
	errors?: unknown[];
}) => Object.assign(new Error(facts.message ?? 'transport'), facts);
const within = (cause: unknown, facts: object = {}) =>
	Object.assign(new Error('n8n says'), { cause }, facts);

/** The ways in which n8n and the HTTP library hand an error on. */
const WRAPPED: Array<[string, (error: Error) => Error]> = [
	['as it is', (error) => error],
	['inside the HTTP library', (error) => within(error, { isAxiosError: true })],
	['inside n8n and the library', (error) => within(within(error, { isAxiosError: true }))],
];

const NETWORK = ['ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EPIPE'];

describe.each(WRAPPED)('an error of the connection, %s', (_, wrap) => {
	const kindOf = (error: Error) => classifyTransportError(wrap(error)).kind;

	it.each([...NETWORK, 'ECONNREFUSED', 'EADDRNOTAVAIL', 'EACCES'])(
		'%s in connect: nothing was sent',
		(code) => expect(kindOf(failed({ code, syscall: 'connect' }))).toBe('unreachable'),
	);

	it.each(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'ETIMEDOUT'])(
		'%s in getaddrinfo: nothing was sent',
		(code) => expect(kindOf(failed({ code, syscall: 'getaddrinfo' }))).toBe('unreachable'),
	);

	it.each(NETWORK.flatMap((code) => [`read ${code}`, `write ${code}`, `shutdown ${code}`]))(
		'%s: nobody knows',
		(message) => {
			const [syscall, code] = message.split(' ');
			expect(kindOf(failed({ code, syscall, message }))).toBe('unknown');
		},
	);

	it.each<[string | number | undefined, FailureKind]>([
		// Without its system call a code may as well be of an open connection.
		...NETWORK.map((code): [string, FailureKind] => [code, 'unknown']),
		['ECONNABORTED', 'unknown'],
		['ERR_BAD_RESPONSE', 'unknown'],
		['HPE_INVALID_CONSTANT', 'unknown'],
		[undefined, 'unknown'],
		[7, 'unknown'],
		['ECONNREFUSED', 'unreachable'],
		['ENOTFOUND', 'unreachable'],
		['EAI_AGAIN', 'unreachable'],
		['ERR_INVALID_URL', 'unreachable'],
		['CERT_HAS_EXPIRED', 'unreachable'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'unreachable'],
		['SELF_SIGNED_CERT_IN_CHAIN', 'unreachable'],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'unreachable'],
		['ERR_CANCELED', 'cancelled'],
	])('%s without a system call: %s', (code, kind) => {
		expect(kindOf(failed({ code }))).toBe(kind);
	});

	it.each([
		[
			'ECONNRESET',
			'Client network socket disconnected before secure TLS connection was established',
		],
		['EPROTO', 'write EPROTO 0A00010B:SSL routines:ssl3_get_record:wrong version number:ssl.c:354'],
		['EPROTO', 'write EPROTO 0A0000C6:SSL routines:tls_get_more_records:packet length too long:'],
		['EPROTO', 'write EPROTO 0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:'],
		['EPROTO', 'write EPROTO 0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version:'],
		['EPROTO', 'write EPROTO 0A00009C:SSL routines:ssl3_get_record:http request:'],
	])('a TLS handshake that failed with %s, %s: nothing was sent', (code, message) => {
		expect(kindOf(failed({ code, message, syscall: 'write' }))).toBe('unreachable');
	});

	it.each([
		[
			'EPROTO',
			'write EPROTO 0A000119:SSL routines:ssl3_get_record:decryption failed or bad record mac:',
		],
		['ECONNRESET', 'the HTTP request was reset'],
		['ECONNABORTED', 'HTTP request timed out'],
		['ERR_BAD_RESPONSE', 'the response says: unsupported protocol'],
	])('%s, "%s", which only sounds like a handshake: nobody knows', (code, message) => {
		expect(kindOf(failed({ code, message }))).toBe('unknown');
	});

	it.each<[string, unknown[], FailureKind]>([
		[
			'none of which could be reached',
			[
				failed({ code: 'ETIMEDOUT', syscall: 'connect' }),
				failed({ code: 'ENETUNREACH', syscall: 'connect' }),
			],
			'unreachable',
		],
		[
			'one of which broke later',
			[
				failed({ code: 'ECONNREFUSED', syscall: 'connect' }),
				failed({ code: 'ECONNRESET', syscall: 'read' }),
			],
			'unknown',
		],
		['of which nothing is known', ['ECONNREFUSED'], 'unknown'],
	])('several addresses %s: %s', (_name, errors, kind) => {
		expect(kindOf(failed({ code: 'ETIMEDOUT', errors }))).toBe(kind);
		expect(kindOf(failed({ errors }))).toBe(kind);
	});

	it('an aggregate of nothing goes by its own code', () => {
		expect(kindOf(failed({ code: 'ECONNREFUSED', errors: [] }))).toBe('unreachable');
		expect(kindOf(failed({ code: 'ETIMEDOUT', errors: [] }))).toBe('unknown');
	});
});

describe('an error whose cause n8n 1 has dropped', () => {
	const verdictOf = (...messages: string[]) =>
		classifyTransportError(Object.assign(new Error('The service said no'), { messages }));

	it.each([
		['connect ECONNREFUSED 127.0.0.1:34679', 'ECONNREFUSED'],
		['getaddrinfo ENOTFOUND api.example', 'ENOTFOUND'],
		['getaddrinfo EAI_AGAIN api.example', 'EAI_AGAIN'],
		['connect ETIMEDOUT 192.0.2.1:443', 'ETIMEDOUT'],
		['connect EHOSTUNREACH 192.0.2.1:443', 'EHOSTUNREACH'],
	])('%s: nothing was sent', (message, code) => {
		expect(verdictOf('Bad request', message)).toEqual({ kind: 'unreachable', code });
	});

	it.each([
		'Client network socket disconnected before secure TLS connection was established',
		'write EPROTO 0A00010B:SSL routines:ssl3_get_record:wrong version number:ssl.c:354',
	])('%s: nothing was sent', (message) => {
		expect(verdictOf('Bad request', message).kind).toBe('unreachable');
	});

	it.each([
		'read ECONNRESET',
		'read EHOSTUNREACH',
		'write ENETDOWN',
		'socket hang up',
		'timeout of 60000ms exceeded',
		'reconnect ECONNREFUSED',
		'see connect ECONNREFUSED 127.0.0.1:1',
	])('%s: nobody knows', (message) => {
		expect(verdictOf(message).kind).toBe('unknown');
	});

	it('may keep messages that are no texts', () => {
		const error = Object.assign(new Error('no'), { messages: [undefined, 7] });
		expect(classifyTransportError(error).kind).toBe('unknown');
	});
});

describe('what caused an error', () => {
	it('is told from the outside in, each link once', () => {
		const inner = failed({ code: 'ECONNREFUSED' });
		const outer = within(inner);
		Object.assign(inner, { cause: outer });
		expect(causesOf(outer)).toEqual([outer, inner]);
	});

	it.each([['no error'], [undefined], [{ code: 'ECONNREFUSED' }]])(
		'is nothing for %p',
		(thrown) => {
			expect(causesOf(thrown)).toEqual([]);
			expect(classifyTransportError(thrown)).toEqual({ kind: 'unknown', code: undefined });
		},
	);
});
