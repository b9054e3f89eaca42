import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** A request that Political Comms did not make. */
export interface Hostile {
	/** What is wrong with it. */
	kind: string;
	method?: string;
	/** After the webhook's URL. */
	query?: string;
	body: string | Buffer;
	headers: Record<string, string>;
}

export const SIGNATURE = 'x-webhook-signature';

/** `sha256=` and the digest, as the contract says (WebhookSignature); with code of the test's own. */
export function sign(body: string | Buffer, secret: string): string {
	return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

type Maker = (body: string, right: string) => Omit<Hostile, 'kind'>;

const WRONG = 'another secret';
const of = (signature: string) => ({ [SIGNATURE]: signature });
const pretty = (body: string) => JSON.stringify(JSON.parse(body), null, 2);
const bytes = (body: string, encoding: BufferEncoding) => Buffer.from(body, encoding);

/** Each gets an event's body and its right signature, which somebody might have overheard elsewhere. */
const KINDS: Record<string, Maker> = {
	unsigned: (body) => ({ body, headers: {} }),
	'empty signature': (body) => ({ body, headers: of('') }),
	'name without digest': (body) => ({ body, headers: of('sha256=') }),
	'other secret': (body) => ({ body, headers: of(sign(body, WRONG)) }),
	'other secret, upper case': (body) => ({ body, headers: of(sign(body, WRONG).toUpperCase()) }),
	'empty secret': (body) => ({ body, headers: of(sign(body, '')) }),
	'half a signature': (body, right) => ({ body, headers: of(right.slice(0, 39)) }),
	'a longer signature': (body, right) => ({ body, headers: of(`${right}00`) }),
	'last digit changed': (body, right) => ({
		body,
		headers: of(right.slice(0, -1) + (right.endsWith('0') ? '1' : '0')),
	}),
	'many signatures': (body, right) => ({
		body,
		headers: of([...Array<string>(20).fill(sign(body, WRONG)), right].join(',')),
	}),
	'named sha1': (body, right) => ({ body, headers: of(right.replace('sha256', 'sha1')) }),
	'header of another API': (body, right) => ({ body, headers: { 'x-hub-signature-256': right } }),
	'signature in the query': (body, right) => ({
		body,
		headers: {},
		query: `?${SIGNATURE}=${encodeURIComponent(right)}`,
	}),
	'right signature, other text': (body, right) => ({
		body: body.replace('"text":"', '"text":"Not '),
		headers: of(right),
	}),
	'right signature, written anew': (body, right) => ({ body: pretty(body), headers: of(right) }),
	'right signature, a space more': (body, right) => ({ body: `${body} `, headers: of(right) }),
	'right signature, byte order mark': (body, right) => ({
		body: `\ufeff${body}`,
		headers: of(right),
	}),
	'right signature, UTF-16': (body, right) => ({
		body: bytes(body, 'utf16le'),
		headers: of(right),
	}),
	'right signature, Latin-1': (body, right) => ({
		body: bytes(body, 'latin1'),
		headers: of(right),
	}),
	'right signature, cut off': (body, right) => ({ body: body.slice(0, -1), headers: of(right) }),
	'right signature, no body': (_, right) => ({ body: '', headers: of(right) }),
	'compressed and forged': (body) => ({
		body: gzipSync(body),
		headers: { 'content-encoding': 'gzip', ...of(sign(body, WRONG)) },
	}),
	'said to be compressed': (body, right) => ({
		body: body.slice(1),
		headers: { 'content-encoding': 'gzip', ...of(right) },
	}),
	'a form': (body) => ({
		body: new URLSearchParams({ payload: body }).toString(),
		headers: { 'content-type': 'application/x-www-form-urlencoded', ...of(sign(body, WRONG)) },
	}),
	'several parts': (body, right) => ({
		body: `--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n${body}\r\n--b--\r\n`,
		headers: { 'content-type': 'multipart/form-data; boundary=b', ...of(right) },
	}),
	XML: (body) => ({
		body: `<event>${body}</event>`,
		headers: { 'content-type': 'application/xml', ...of(sign(body, WRONG)) },
	}),
	'a list of events': (body) => ({ body: `[${body},${body}]`, headers: {} }),
	'a million characters': (body) => ({
		body: body.replace('"text":"', `"text":"${'x'.repeat(1_000_000)}`),
		headers: of(sign(body, WRONG)),
	}),
	'nested a thousand times': () => {
		const body = `${'{"data":'.repeat(1_000)}1${'}'.repeat(1_000)}`;
		return { body, headers: of(sign(body, WRONG)) };
	},
	'a prototype': (body) => ({
		body: body.replace('{', '{"__proto__":{"allowUnsigned":true},"constructor":{"prototype":{}},'),
		headers: of(sign(body, WRONG)),
	}),
	'a ping': () => ({ body: '{"event_type":"ping"}', headers: { 'x-event-type': 'ping' } }),
	'a ping that is a reply': (body) => ({
		body: body.replace('{', '{"type":"ping",'),
		headers: { 'x-event-type': 'message.replied' },
	}),
	'no JSON': () => ({ body: '{"text":', headers: of(sign('{"text":', WRONG)) }),
	'PUT with a right signature': (body, right) => ({ method: 'PUT', body, headers: of(right) }),
	'PATCH with a right signature': (body, right) => ({ method: 'PATCH', body, headers: of(right) }),
};

/** So many requests, of each kind in turn, about the events. */
export function hostileRequests(
	count: number,
	eventAt: (index: number) => string,
	secret: string,
): Hostile[] {
	const kinds = Object.entries(KINDS);
	return Array.from({ length: count }, (_, index) => {
		const [kind, make] = kinds[index % kinds.length];
		const body = eventAt(index);
		return { kind, ...make(body, sign(body, secret)) };
	});
}
