import { createHmac, timingSafeEqual } from 'node:crypto';

/** Header that carries the signature (contract: TracklySignature). */
export const SIGNATURE_HEADER = 'X-Trackly-Signature';

/** Ways to write the HMAC; the documents do not say which one is real. */
export const SIGNATURE_FORMATS = ['hex', 'prefixed', 'base64'] as const;
export type SignatureFormat = (typeof SIGNATURE_FORMATS)[number];

/** HMAC-SHA256 over the exact bytes of the body. */
export function sign(body: Buffer, secret: string, format: SignatureFormat): string {
	const hmac = createHmac('sha256', secret).update(body);
	if (format === 'base64') return hmac.digest('base64');
	return format === 'prefixed' ? `sha256=${hmac.digest('hex')}` : hmac.digest('hex');
}

/**
 * Whether a signature, in whichever of the formats it is written, is the HMAC-SHA256 of these bytes
 * under this secret.
 */
export function isSignedBy(body: Buffer, signature: string, secret: string): boolean {
	const written = signature.replace(/^sha256=/, '');
	const isHex = /^[0-9a-f]{64}$/i.test(written);
	const claimed = Buffer.from(written, isHex ? 'hex' : 'base64');
	const expected = createHmac('sha256', secret).update(body).digest();
	return claimed.length === expected.length && timingSafeEqual(claimed, expected);
}
