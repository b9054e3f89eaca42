// NOTES, pipeline: crypto, phishing, bank names. The real list is not public; these are samples.
const REFUSED =
	/\b(crypto(currency)?|bitcoin|ethereum|phishing|wells fargo|bank of america|citibank)\b/i;

/** Whether the carrier rules drop this text as `blocked_content`. */
export function isBlockedContent(text: string): boolean {
	return REFUSED.test(text);
}
