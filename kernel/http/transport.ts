import type { FailureKind } from './requestError';

/** An error of the HTTP library or of Node, or one that wraps it. */
export interface ErrorLink extends Error {
	code?: string;
	syscall?: string;
	isAxiosError?: boolean;
	/** n8n's errors keep the messages of what they wrap. */
	messages?: string[];
	/** The HTTP library's request, with its socket. */
	request?: { socket?: { secureConnecting?: boolean } };
	/** Of an `AggregateError`: one for each address that was tried. */
	errors?: unknown[];
}

/** System calls that come before any byte of a request. */
const CONNECTING = new Set(['connect', 'getaddrinfo']);

/** Codes that only come up while a connection is being made: name lookup, TLS handshake, address. */
export const ONLY_WHILE_CONNECTING = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'ERR_INVALID_URL',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'ERR_TLS_HANDSHAKE_TIMEOUT',
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'CERT_REVOKED',
	'CERT_UNTRUSTED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_SSL_WRONG_VERSION_NUMBER',
	'ERR_SSL_UNSUPPORTED_PROTOCOL',
	'ERR_SSL_NO_PROTOCOLS_AVAILABLE',
	'ERR_SSL_HTTP_REQUEST',
	'ERR_SSL_PACKET_LENGTH_TOO_LONG',
	'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
	'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
	'ERR_SSL_TLSV1_UNRECOGNIZED_NAME',
	'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
	'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
]);

/**
 * How Node and OpenSSL word a handshake that failed, where the code says less (`EPROTO`,
 * `ECONNRESET`). Nobody else's sentence may count: an "HTTP request" that was reset was sent.
 */
const HANDSHAKE =
	/before secure TLS connection was established|SSL routines:\w*:[\w ]*(wrong version number|unsupported protocol|unknown protocol|handshake failure|alert protocol version|packet length too long|http request|unrecognized name|certificate required)/i;

/** How Node's own errors begin: system call and code. */
const SYSTEM_CALL = /^(connect|getaddrinfo|read|write) (E[A-Z_]+)\b/;

/** What a transport error means, and its code. */
export interface TransportVerdict {
	kind: FailureKind;
	code?: string;
}

/**
 * What an error of the HTTP library means for the request: `unreachable` only where the connection
 * was certainly never made (the system call was `connect` or `getaddrinfo`, or the TLS handshake was
 * not done). A read or a write that broke on an open connection leaves the outcome unknown, whatever
 * its code.
 */
export function classifyTransportError(error: unknown): TransportVerdict {
	const chain = causesOf(error);
	const code = chain.map(codeOf).find((value) => value !== undefined);
	if (code === 'ERR_CANCELED') return { kind: 'cancelled', code };
	const attempts = chain.flatMap(({ errors }) => (Array.isArray(errors) ? errors : []));
	if (attempts.length > 0) {
		const verdicts = attempts.map(classifyTransportError);
		const isUnreachable = verdicts.every(({ kind }) => kind === 'unreachable');
		return { kind: isUnreachable ? 'unreachable' : 'unknown', code: code ?? verdicts[0].code };
	}
	return { kind: neverConnected(chain) ? 'unreachable' : 'unknown', code };
}

function neverConnected(chain: readonly ErrorLink[]): boolean {
	const words = chain.flatMap(wordsOf);
	const inHandshake = chain.some(({ request }) => request?.socket?.secureConnecting === true);
	if (inHandshake || words.some((text) => HANDSHAKE.test(text))) return true;
	const systemCalls = chain.flatMap((link) => link.syscall ?? toldIn(link)?.[1] ?? []);
	if (systemCalls.length > 0) return systemCalls.every((call) => CONNECTING.has(call));
	return chain.some((link) => ONLY_WHILE_CONNECTING.has(codeOf(link) ?? ''));
}

/** The code of an error; n8n 1 drops the HTTP library's error and keeps its message. */
function codeOf(link: ErrorLink): string | undefined {
	return typeof link.code === 'string' ? link.code : toldIn(link)?.[2];
}

function toldIn(link: ErrorLink): RegExpMatchArray | undefined {
	for (const words of wordsOf(link)) {
		const found = words.match(SYSTEM_CALL);
		if (found !== null) return found;
	}
	return undefined;
}

function wordsOf({ message, messages = [] }: ErrorLink): string[] {
	return [message, ...messages].filter((words) => typeof words === 'string');
}

/** The error and what caused it: n8n wraps the HTTP library's error in its own. */
export function causesOf(error: unknown): ErrorLink[] {
	const chain: ErrorLink[] = [];
	for (let link = error; link instanceof Error && !chain.includes(link); link = link.cause) {
		chain.push(link);
	}
	return chain;
}
