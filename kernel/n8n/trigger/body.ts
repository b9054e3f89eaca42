import type { IDataObject } from 'n8n-workflow';

/** Deeper ones would overflow the stack when n8n saves the execution; events are flat. */
const MAX_DEPTH = 100;

export type BodyReading = { events: IDataObject[] } | { problem: string };

/**
 * Reads the bytes of a webhook request as JSON: one event, a list of events, or an object that
 * holds a list in `events`. Members of a list that are no objects are left out.
 *
 * Bytes that are not UTF-8 become U+FFFD rather than costing a customer's answer.
 */
export function readBody(bytes: Buffer, contentType: string | undefined): BodyReading {
	if (!isJson(contentType)) return { problem: 'The content type must be application/json' };
	let body: unknown;
	try {
		// TextDecoder also takes away a byte order mark.
		body = JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return { problem: 'The body is not valid JSON' };
	}
	if (!isContainer(body)) return { problem: 'The body must be a JSON object or list' };
	if (!makeHarmless(body)) return { problem: 'The body is nested too deeply' };
	return { events: listEvents(body).filter(isObject) };
}

function isJson(contentType: string | undefined): boolean {
	const type = contentType?.split(';')[0].trim().toLowerCase() ?? '';
	return type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type);
}

function listEvents(body: object): unknown[] {
	if (Array.isArray(body)) return body;
	const isBatch = 'events' in body && Array.isArray(body.events) && !('event' in body);
	return isBatch ? (body.events as unknown[]) : [body];
}

/**
 * Takes `__proto__` keys out of a freshly parsed value, so that copying or merging it later cannot
 * change a prototype. Level by level and not by recursion: false when it has too many levels.
 */
function makeHarmless(root: object): boolean {
	let level = [root];
	for (let depth = 1; level.length > 0; depth++) {
		if (depth > MAX_DEPTH) return false;
		for (const container of level) Reflect.deleteProperty(container, '__proto__');
		level = level.flatMap((container) => Object.values(container).filter(isContainer));
	}
	return true;
}

function isContainer(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

function isObject(value: unknown): value is IDataObject {
	return isContainer(value) && !Array.isArray(value);
}
