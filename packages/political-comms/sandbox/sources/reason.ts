/** Why something failed, in words for a test; the API does not tell. */
export function reasonFor(error: unknown): string {
	return String(error).replace(/^\w*Error: /, '');
}
