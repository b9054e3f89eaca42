/** What an HTTP response was, before anybody judged it. */
export interface RawResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	/** Text. */
	body: unknown;
}

/** What the start of a body says that is a page of a web server or proxy. */
export const HTML = /^\s*(<!doctype html|<html|<head|<body|<\?xml)/i;

/** Statuses that say what is wrong whoever sends them: the key, the size, the speed. */
export const SPEAKS_FOR_ITSELF = new Set([401, 413, 429]);
