import type { JsonObject, JsonValue } from '../../../../../kernel';

/** What a body says went wrong, in the API's own words and code. */
interface Told {
	text?: string;
	code?: string;
}

/** Reads an error body, which has an `error` always and a `code` on some calls (contract: Error). */
export function readError({ error, code }: JsonObject): Told {
	return { text: textIn(error), code: textIn(code) };
}

/** Refusals that every further request would meet: the key, and credits that are used up (NOTES 3.13). */
export function isFatal({ status, code }: { status?: number; code: string }): boolean {
	return status === 401 || status === 402 || code === 'INSUFFICIENT_CREDITS';
}

function textIn(value: JsonValue | undefined): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
