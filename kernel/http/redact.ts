/** Seven or more digits, with the separators people write between them: a phone number to us. */
const PHONE_LIKE = /\+?\d(?:[\s().-]{0,3}\d){6,}/g;
/** A calendar day has as many digits, and tells nothing about anybody. */
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const API_KEY_LIKE = /\btrk_[A-Za-z0-9]+/g;

/** The number with all but its last four digits hidden, e.g. `…0117`. */
export function maskPhoneNumber(phoneNumber: string): string {
	return `…${phoneNumber.replace(/\D/g, '').slice(-4)}`;
}

/** Text that is safe to show or log: API keys hidden, phone numbers cut to their last four digits. */
export function redact(text: string): string {
	return text
		.replace(API_KEY_LIKE, 'trk_…')
		.replace(PHONE_LIKE, (match) => (DAY.test(match) ? match : maskPhoneNumber(match)));
}
