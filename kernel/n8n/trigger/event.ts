import type { IDataObject } from 'n8n-workflow';

import { isObject } from './body';
import { hashOf } from './eventId';

/** One field of an event, read from its payload. It never fails: what cannot be read is `null`. */
export interface PayloadField {
	read(payload: IDataObject): string | null;
	/** Whether complete events may lack it. */
	optional?: boolean;
}

/** A kind of event that an API posts, as data. */
export interface WebhookEvent {
	/** Value in the Events field, and `event` of an item. */
	kind: string;
	/** As the editor shows it. */
	name: string;
	description: string;
	/** Further names that a payload may use for it. Case, dots, dashes and spaces do not matter. */
	aliases: readonly string[];
	/** Columns of a simplified item, in their order. */
	fields: Readonly<Record<string, PayloadField>>;
	/** Fields that together tell one event from all others of its kind; its whole body where there are none. */
	identity: readonly string[];
}

/** Names of headers that name an event, in lower case. */
export interface EventHeaders {
	kind: string;
	id: string;
}

/** What headers say of an event. */
export interface Told {
	kind?: string;
	/** It may be the id of what the event is about, so it alone tells no two events apart. */
	id?: string;
}

/** Value in the Events field for events that are none of the known kinds. */
export const OTHER_EVENTS = 'other';

/** An event as read from its payload. */
export interface ReadEvent {
	/** One of the known kinds, or `OTHER_EVENTS`. */
	kind: string;
	/** The kind, or for another one its name as it came, if it has any. */
	name: string | null;
	/** The same for every delivery of the same event, different for different events. */
	eventId: string;
	fields: Readonly<Record<string, string | null>>;
	/** Whether every field that events of this kind have could be read. */
	complete: boolean;
	body: IDataObject;
}

/** Names under which payloads say their kind. */
const KIND_NAMES = ['event', 'event_type', 'type'];
/** Names of envelopes: what is inside one counts as if it stood beside it. */
const ENVELOPES = ['data', 'payload'];
const MAX_LAYERS = 4;

/**
 * Reads an event. It never fails: what cannot be read is `null`, an unknown kind another event.
 *
 * @param told what headers say of it
 */
export function readEvent(
	events: readonly WebhookEvent[],
	body: IDataObject,
	told: Told = {},
): ReadEvent {
	const event = readBodyOf(events, body, told);
	if (told.id === undefined) return event;
	// The id may stand for several events, so its kind and its content belong to it.
	const eventId = hashOf(JSON.stringify([event.name, told.id, sortKeys(body)]));
	return { ...event, eventId };
}

function readBodyOf(events: readonly WebhookEvent[], body: IDataObject, { kind }: Told): ReadEvent {
	const layers = layersOf(body);
	const inBody = layers.flatMap((layer) => KIND_NAMES.map((name) => layer[name]));
	const names = [kind, ...inBody].filter(isName);
	for (const name of names) {
		const event = events.find(({ kind, aliases }) => [kind, ...aliases].some(isCalled(name)));
		if (event !== undefined) return readKnown(event, layers, body);
	}
	const name = names[0]?.trim() ?? null;
	const eventId = hashOf(sortKeys(body));
	return { kind: OTHER_EVENTS, name, eventId, fields: {}, complete: false, body };
}

/** Whether a payload only tries out whether the address answers (it says nothing else). */
export function isPing(body: IDataObject): boolean {
	return KIND_NAMES.some((name) => isName(body[name]) && isCalled(body[name])('ping'));
}

/**
 * What a workflow gets with Simplify on. `raw` is there when something could not be read.
 *
 * @param idName what items call the id of their event
 */
export function simplified(
	{ name, eventId, fields, complete, body }: ReadEvent,
	idName: string,
): IDataObject {
	return { event: name, ...fields, [idName]: eventId, ...(complete ? {} : { raw: body }) };
}

/** What a workflow gets with Simplify off: everything that came. */
export function unchanged(
	{ name, eventId, body }: ReadEvent,
	idName: string,
	headers: IDataObject,
): IDataObject {
	return { event: name, [idName]: eventId, body, headers };
}

function readKnown(event: WebhookEvent, layers: IDataObject[], body: IDataObject): ReadEvent {
	// What stands outside an envelope goes before what is inside.
	const payload: IDataObject = Object.assign({}, ...[...layers].reverse());
	const entries = Object.entries(event.fields).map(
		([name, { read, optional = false }]) => [name, read(payload), optional] as const,
	);
	const fields = Object.fromEntries(entries);
	const parts = event.identity.map((name) => fields[name]);
	const isWhole = parts.length === 0 || parts.includes(null);
	const identity = isWhole ? sortKeys(body) : JSON.stringify([event.kind, ...parts]);
	return {
		kind: event.kind,
		name: event.kind,
		eventId: hashOf(identity),
		fields,
		complete: entries.every(([, value, optional]) => value !== null || optional),
		body,
	};
}

function layersOf(body: IDataObject): IDataObject[] {
	const layers = [body];
	for (const layer of layers) {
		layers.push(...ENVELOPES.map((name) => layer[name]).filter(isObject));
		if (layers.length >= MAX_LAYERS) break;
	}
	return layers;
}

function isName(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

function isCalled(name: string): (other: string) => boolean {
	const plain = (text: string) => text.toLowerCase().replace(/[\s._-]+/g, '');
	const wanted = plain(name);
	return (other) => plain(other) === wanted;
}

/** JSON that does not depend on the order in which keys were written. */
function sortKeys(body: IDataObject): string {
	return JSON.stringify(body, (_key, value: unknown) => {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
		return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}
