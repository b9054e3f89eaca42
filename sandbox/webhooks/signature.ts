import { createHmac } from 'node:crypto';

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
