const KEY_ADVICE =
	'Open the credential and paste the API key again. You find it in Political Comms under Admin > API; it begins with pc_live_ and is shown only once.';
const SERVER_ADVICE = 'Political Comms failed. Run this again later.';

/** What to do, by error code (contract: x-error-codes, x-common-error-codes). */
export const ADVICE: Readonly<Record<string, string>> = {
	INVALID_API_KEY: KEY_ADVICE,
	http_401: KEY_ADVICE,
	INTERNAL_ERROR: SERVER_ADVICE,
};

/** What a user can do about an error code, in a sentence. */
export function adviceFor(code: string): string | undefined {
	return Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined;
}
