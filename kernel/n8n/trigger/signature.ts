import { createHmac, timingSafeEqual } from 'node:crypto';

export type SignatureCheck = 'valid' | 'missing' | 'wrong';

/** A webhook request, as far as it matters here. Header names are in lower case. */
export interface WebhookRequest {
	rawBody: Buffer;
	headers: Record<string, string | string[] | undefined>;
}

/** Headers that an API puts its signature into. */
export interface SignatureHeaders {
	signature: string;
	/** Of the time that some forms sign with the body. */
	timestamp?: string;
	/** Of the message id that some forms sign before the time. */
	id?: string;
}

/** What came with a request besides its body. */
interface Given {
	/** The signature's header. */
	header: string;
	timestamp?: string;
	id?: string;
}

/** What a header says: these digests, made over the body with one of these texts before it. */
interface Claim {
	digests: Buffer[];
	before: string[];
}

/** Digests in one header: an endpoint with two secrets needs two. */
const MAX_DIGESTS = 10;

/**
 * The forms in which APIs write an HMAC-SHA256, each with the secret as its key:
 *
 * | form | signed |
 * |---|---|
 * | `<digest>`, `sha256=<digest>`, `hmac-sha256=<digest>`, several with commas or spaces between | body |
 * | `t=<time>,v1=<digest>`, with more `v1=` | `<time>.` and body |
 * | `v1,<digest>`, several with spaces between, and the time in a separate header | `<time>.` or `<id>.<time>.`, and body |
 *
 * A digest is hex, base64 or base64url, with or without padding. Nobody can make any of them
 * without the secret, so taking all of them lets nobody in.
 */
const FORMS: Array<(given: Given) => Claim | undefined> = [timed, versioned, plain];

/**
 * Compares the signature of a webhook request with the bytes that came. A header that holds no
 * signature is `wrong`, and so is every signature when there is no secret.
 */
export function checkSignature(
	{ rawBody, headers }: WebhookRequest,
	names: SignatureHeaders,
	secrets: readonly string[],
): SignatureCheck {
	const header = valueOf(headers, names.signature);
	if (header === undefined) return 'missing';
	const given = {
		header: header.trim(),
		timestamp: valueOf(headers, names.timestamp),
		id: valueOf(headers, names.id),
	};
	const claim = FORMS.map((read) => read(given)).find((found) => found !== undefined);
	if (claim === undefined) return 'wrong';
	// Everything is compared with everything, so that the time taken does not tell what matched.
	const matches = secrets.flatMap((secret) =>
		claim.before.flatMap((before) => {
			const right = createHmac('sha256', secret).update(before).update(rawBody).digest();
			return claim.digests.map((digest) => timingSafeEqual(digest, right));
		}),
	);
	return matches.includes(true) ? 'valid' : 'wrong';
}

function valueOf(headers: WebhookRequest['headers'], name: string | undefined) {
	const value = name === undefined ? undefined : headers[name.toLowerCase()];
	return Array.isArray(value) ? value.join(',') : value;
}

function timed({ header }: Given): Claim | undefined {
	const parts = header.split(/\s*,\s*/).map((part) => part.split(/=(.*)/s));
	const [time, ...more] = parts.filter(([name]) => name === 't').map(([, value]) => value);
	if (time === undefined || more.length > 0) return undefined;
	return claim(
		parts.filter(([name]) => name === 'v1').map(([, value]) => value),
		[`${time}.`],
	);
}

function versioned({ header, timestamp, id }: Given): Claim | undefined {
	if (timestamp === undefined || !header.startsWith('v1,')) return undefined;
	const before = [`${timestamp}.`, ...(id === undefined ? [] : [`${id}.${timestamp}.`])];
	const current = header.split(/\s+/).filter((part) => part.startsWith('v1,'));
	return claim(
		current.map((part) => part.slice('v1,'.length)),
		before,
	);
}

function plain({ header }: Given): Claim | undefined {
	const parts = header.split(/[\s,]+/);
	return claim(
		parts.map((part) => part.replace(/^(?:hmac-)?sha256=/i, '')),
		[''],
	);
}

/** Nothing, unless each of them is a well-formed digest. */
function claim(written: Array<string | undefined>, before: string[]): Claim | undefined {
	if (written.length === 0 || written.length > MAX_DIGESTS) return undefined;
	const digests = written.flatMap((text) => decodeDigest(text ?? '') ?? []);
	return digests.length === written.length ? { digests, before } : undefined;
}

/** The 32 bytes that a text stands for, if it is exactly one well-formed digest. */
function decodeDigest(text: string): Buffer | undefined {
	if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
	if (!/^(?:[A-Za-z0-9+/]{43}|[A-Za-z0-9_-]{43})=?$/.test(text)) return undefined;
	const bytes = Buffer.from(text, 'base64url');
	// Four spellings of the last digit stand for the same bytes; only one of them is correct.
	const isRight = (encoding: 'base64' | 'base64url') =>
		bytes.toString(encoding).replace(/=$/, '') === text.replace(/=$/, '');
	return isRight('base64') || isRight('base64url') ? bytes : undefined;
}
