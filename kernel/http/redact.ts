/** Seven or more digits, with the separators people write between them: a phone number to us. */
const PHONE_LIKE = /\+?\d(?:[\s().-]{0,3}\d){6,}/g;
/** A calendar day has as many digits, and tells nothing about anybody. */
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The number with all but its last four digits hidden, e.g. `…0117`. */
export function maskPhoneNumber(phoneNumber: string): string {
	return `…${phoneNumber.replace(/\D/g, '').slice(-4)}`;
}

/**
 * Text that is safe to show or log: phone numbers cut to their last four digits, keys hidden.
 *
 * @param secrets what the keys of an API look like; their first group, if any, is kept
 */
export function redact(text: string, secrets: readonly RegExp[] = []): string {
	const withoutSecrets = secrets.reduce(
		(shown, pattern) => shown.replace(pattern, (_, kept?: unknown) => hidden(kept)),
		text,
	);
	return withoutSecrets.replace(PHONE_LIKE, (match) =>
		DAY.test(match) ? match : maskPhoneNumber(match),
	);
}

function hidden(kept: unknown): string {
	return typeof kept === 'string' ? `${kept}…` : '…';
}
