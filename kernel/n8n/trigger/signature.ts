import { createHmac, timingSafeEqual } from 'node:crypto';

export type SignatureCheck = 'valid' | 'missing' | 'wrong';

/**
 * Compares the signature of a webhook request with the bytes that came.
 *
 * HMAC-SHA256 in hex or base64, with or without `sha256=` before it (contract: TracklySignature;
 * which of these Trackly uses is not documented). A header that holds anything else is `wrong`,
 * and so is every signature when there is no secret.
 */
export function checkSignature(
	body: Buffer,
	header: string | string[] | undefined,
	secrets: readonly string[],
): SignatureCheck {
	if (header === undefined) return 'missing';
	const given = typeof header === 'string' ? decodeDigest(header) : undefined;
	if (given === undefined) return 'wrong';
	// Each secret is tried, so that the time taken does not tell which one matched.
	const matches = secrets.map((secret) => timingSafeEqual(given, digest(body, secret)));
	return matches.includes(true) ? 'valid' : 'wrong';
}

/**
 * The secrets that a signature may be made with: one, or several with commas between them while a
 * secret is being replaced. Blank ones are left out, because anybody can sign with an empty secret.
 */
export function readSecrets(webhookSecret: unknown): string[] {
	if (typeof webhookSecret !== 'string') return [];
	return webhookSecret
		.split(',')
		.map((secret) => secret.trim())
		.filter((secret) => secret !== '');
}

/** Whether the secret has blanks or line breaks that only a slip of copy and paste explains. */
export function containsWhitespace(webhookSecret: unknown): boolean {
	return typeof webhookSecret === 'string' && /\s/.test(webhookSecret.replace(/,\s*/g, ','));
}

function digest(body: Buffer, secret: string): Buffer {
	return createHmac('sha256', secret).update(body).digest();
}

/** The 32 bytes that a header stands for, if it is exactly one well-formed signature. */
function decodeDigest(header: string): Buffer | undefined {
	const text = header.trim().replace(/^sha256=/i, '');
	if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
	if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) return undefined;
	const bytes = Buffer.from(text, 'base64');
	// Four spellings of the last digit give the same bytes; only one of them is correct base64.
	return bytes.toString('base64') === text ? bytes : undefined;
}
