import { phoneLike } from './phoneLike';

/** The number with all but its last four digits hidden, e.g. `…0117`. */
export function maskPhoneNumber(phoneNumber: string): string {
	const digits = phoneNumber.replace(/%2[0-9A-F]/gi, '').match(/\p{Nd}/gu) ?? [];
	return `…${digits.slice(-4).join('')}`;
}

/**
 * Text that is safe to show or log: phone numbers cut to their last four digits, keys hidden. Dates, times,
 * addresses, counts of bytes and ids stay readable.
 *
 * @param secrets what the keys of an API look like; their first group, if any, is kept
 */
export function redact(text: string, secrets: readonly RegExp[] = []): string {
	const withoutSecrets = secrets.reduce(
		(shown, pattern) => shown.replace(pattern, (_, kept?: unknown) => hidden(kept)),
		text,
	);
	return withoutSecrets.replace(
		phoneLike(),
		(match, kept?: string) => kept ?? maskPhoneNumber(match),
	);
}

function hidden(kept: unknown): string {
	return typeof kept === 'string' ? `${kept}…` : '…';
}
