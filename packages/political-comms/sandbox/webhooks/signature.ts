import { createHmac, timingSafeEqual } from 'node:crypto';

/** contract: WebhookSignature */
export const SIGNATURE_HEADER = 'X-Webhook-Signature';

/** Ways to write the digits; lower case in every sample, upper case is to be accepted as well. */
export const SIGNATURE_FORMATS = ['lower', 'upper'] as const;

/** `sha256=` and the HMAC-SHA256 over the exact bytes of the body. */
export function sign(body: Buffer, secret: string, format: string): string {
	const hex = createHmac('sha256', secret).update(body).digest('hex');
	return `sha256=${format === 'upper' ? hex.toUpperCase() : hex}`;
}

/** Whether a signature, in either way, is that of these bytes under this secret. */
export function isSignedBy(body: Buffer, signature: string, secret: string): boolean {
	const claimed = Buffer.from(signature.replace(/^sha256=/, ''), 'hex');
	const expected = createHmac('sha256', secret).update(body).digest();
	return claimed.length === expected.length && timingSafeEqual(claimed, expected);
}
