import type { IDataObject } from 'n8n-workflow';

import { holdsLongNumber, parseJson } from '../../http/json';

/** Deeper ones would overflow the stack when n8n saves the execution; events are flat. */
const MAX_DEPTH = 100;

export type BodyReading = { events: IDataObject[] } | { problem: string };

/**
 * Reads the bytes of a webhook request as JSON, whatever type they say they are: one event, a list
 * of events, or an object that holds a list in `events`. Members of a list that are no objects are
 * left out.
 *
 * Whole numbers beyond 2^53 become text, digit by digit: ids differ in their last digits. Bytes that
 * are not UTF-8 become U+FFFD rather than costing a customer's reply.
 */
export function readBody(bytes: Buffer): BodyReading {
	// TextDecoder also takes away a byte order mark.
	const text = new TextDecoder().decode(bytes);
	let body = parsed(() => JSON.parse(text) as unknown);
	if (body === undefined) return { problem: 'The body is not valid JSON' };
	if (!isContainer(body)) return { problem: 'The body must be a JSON object or list' };
	if (!makeHarmless(body)) return { problem: 'The body is nested too deeply' };
	if (holdsLongNumber(text)) {
		body = parsed(() => parseJson(text)) ?? body;
		makeHarmless(body as object);
	}
	return { events: listEvents(body as object).filter(isObject) };
}

function parsed(parse: () => unknown): unknown {
	try {
		return parse();
	} catch {
		return undefined;
	}
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

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is IDataObject {
	return isContainer(value) && !Array.isArray(value);
}
