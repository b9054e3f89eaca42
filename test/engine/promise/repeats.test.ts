import { breakConnections, type SocketFailure } from '../../kit/brokenConnections';
import { useFastTime } from '../../chaos/fastTime';
import { useNoJitter } from '../../kit/operation';
import { useRawPort } from '../../kit/stub';
import { KEY, orders, useOperations } from './api';
import { CONTINUE, outcomeOf, RETRY, statusesOf } from './outcomes';
import { useProcessedStore } from '../../kit/processedStore';

/** Rule R3: a request is repeated only where it was certainly not done. */
useProcessedStore();
useNoJitter();
// A run with keys lasts a tenth of a second longer than its requests.
useFastTime(20);
const { stub, kinds, writes } = useOperations();

const OPEN_CONNECTION: SocketFailure[] = ['read', 'write'].flatMap((syscall) =>
	[
		'EHOSTUNREACH',
		'ENETUNREACH',
		'ENETDOWN',
		'EHOSTDOWN',
		'ECONNRESET',
		'ECONNREFUSED',
		'ETIMEDOUT',
		'EPIPE',
		'ENOTCONN',
		'EADDRNOTAVAIL',
	].map((code) => ({ code, syscall })),
);

/** Without a system call nobody can tell when it happened. */
const UNTOLD: SocketFailure[] = [
	{ code: 'ECONNRESET' },
	{ code: 'EPIPE' },
	{ code: 'ETIMEDOUT' },
	{ code: 'ECONNABORTED' },
	{ code: 'ERR_STREAM_PREMATURE_CLOSE' },
	{ code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' },
	{ code: 'ENETWORKWEIRD' },
];

const NEVER_MADE: Array<[name: string, failure: SocketFailure]> = [
	...['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'ETIMEDOUT', 'EADDRNOTAVAIL'].map(
		(code): [string, SocketFailure] => [`connect ${code}`, { code, syscall: 'connect' }],
	),
	...['ENOTFOUND', 'EAI_AGAIN'].map((code): [string, SocketFailure] => [
		`getaddrinfo ${code}`,
		{ code, syscall: 'getaddrinfo' },
	]),
	[
		'each address of the host, in time',
		{
			code: 'ETIMEDOUT',
			errors: [
				{ code: 'ETIMEDOUT', syscall: 'connect' },
				{ code: 'ENETUNREACH', syscall: 'connect' },
			],
		},
	],
	[
		'each address of the host, refused',
		{
			code: 'ECONNREFUSED',
			errors: [
				{ code: 'ECONNREFUSED', syscall: 'connect' },
				{ code: 'ECONNREFUSED', syscall: 'connect' },
			],
		},
	],
	...[
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'CERT_HAS_EXPIRED',
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	].map((code): [string, SocketFailure] => [`certificate: ${code}`, { code }]),
];

const nameOf = ({ code, syscall }: SocketFailure) => `${syscall ?? 'no system call'} ${code}`;

describe.each(kinds)('%s', (_, run) => {
	it.each([...OPEN_CONNECTION, ...UNTOLD].map((failure) => [nameOf(failure), failure] as const))(
		'an open connection breaks (%s): unknown, and never made again',
		async (__, failure) => {
			stub.answer(async () => await new Promise(() => {}));
			const tries = breakConnections(failure, 'sent');
			const parameters = { safeguards: KEY };
			const result = await run(orders(1), { parameters, settings: CONTINUE });
			expect(statusesOf(result, 1)).toEqual(['unknown']);
			expect({ tries: tries(), arrived: writes().length }).toEqual({ tries: 1, arrived: 1 });
			// Its key is kept too.
			await run(orders(1), { parameters, settings: { ...CONTINUE, ...RETRY } });
			expect(tries()).toBe(1);
		},
	);

	it.each(NEVER_MADE)('no connection (%s): five tries, and free to send', async (__, failure) => {
		const tries = breakConnections(failure, 'connecting');
		const result = await run(orders(1), { settings: CONTINUE });
		expect(statusesOf(result, 1)).toEqual(['rejected']);
		expect(outcomeOf(result, 0).code).toBe('unreachable');
		expect({ tries: tries(), arrived: writes().length }).toEqual({ tries: 5, arrived: 0 });
	});

	it.each([['fin'], ['rst'], ['halfway']] as const)(
		'the answer is cut off (%s): unknown, and never made again',
		async (cut) => {
			stub.answer(() => ({ cut }));
			const result = await run(orders(1), { settings: CONTINUE });
			expect(statusesOf(result, 1)).toEqual(['unknown']);
			expect(writes()).toHaveLength(1);
		},
	);

	it.each([
		['500', { status: 500, json: {} }],
		['502 of a proxy', { status: 502, text: '<html>Bad Gateway</html>', type: 'text/html' }],
		['503', { status: 503, json: { error: 'Maintenance' } }],
		['503 with Retry-After', { status: 503, json: {}, headers: { 'Retry-After': '0' } }],
		['504', { status: 504, text: '' }],
	])('%s: never made again', async (__, answer) => {
		stub.answer(() => answer);
		await run(orders(1), { settings: { ...RETRY, maxTries: 2 } });
		expect(writes()).toHaveLength(1);
	});

	it('429, certainly not done, is made again', async () => {
		let number = 0;
		stub.answer(() =>
			number++ < 2
				? { status: 429, json: { error: 'Slow down' }, headers: { 'Retry-After': '0' } }
				: { json: { message_id: 'm', queued_count: 1, success_count: 1, id: 'x' } },
		);
		const result = await run(orders(1));
		expect(result.error).toBeUndefined();
		expect(writes()).toHaveLength(3);
	});
});

describe('TLS that was never made', () => {
	/** Answers the first bytes of a handshake in plain HTTP, as a port without TLS does. */
	const plain = useRawPort((socket) => {
		socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
	});
	const reset = useRawPort((socket) => {
		socket.once('data', () => socket.resetAndDestroy());
	});
	const closed = useRawPort((socket) => {
		socket.once('data', () => socket.end());
	});
	const atOnce = useRawPort((socket) => socket.destroy());

	describe.each([
		['a port that speaks plain HTTP', plain],
		['a reset during the handshake', reset],
		['a connection closed during the handshake', closed],
		['a connection closed before the handshake', atOnce],
	])('%s', (_, port) => {
		it.each(kinds)('is no connection: %s is free to send', async (__, run) => {
			const customBaseUrl = `${port.origin('https')}/api/v2`;
			const result = await run(orders(3), { settings: CONTINUE, credential: { customBaseUrl } });
			const statuses = statusesOf(result, 3);
			expect(statuses[0]).toBe('rejected');
			expect(statuses).not.toContain('unknown');
			expect(outcomeOf(result, 0).code).toBe('unreachable');
		});
	});

	it.each(kinds)('but a reset of an open plain connection is not that, %s', async (_, run) => {
		const customBaseUrl = `${reset.origin('http')}/api/v2`;
		const result = await run(orders(1), { settings: CONTINUE, credential: { customBaseUrl } });
		expect(statusesOf(result, 1)).toEqual(['unknown']);
		expect(reset.connections()).toBe(1);
	});
});
