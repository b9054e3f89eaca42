import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import { eventSchemas, type EventFields, type EventKind } from '../api/events';

/** Fields that together tell one event from all others of its kind (contract: `x-retry-note`s). */
const IDENTITY: { [Kind in EventKind]: ReadonlyArray<keyof EventFields<Kind>> } = {
	delivery: ['messageId', 'status'],
	reply: ['phoneNumber', 'listNumber', 'text', 'occurredAt'],
	unsubscribe: ['phoneNumber', 'listNumber', 'occurredAt'],
};

/** Fields that are `null` in complete events too (contract: DeliveryEvent). */
const NULLABLE: Array<keyof EventFields<'delivery'>> = ['statusDetail', 'provider'];
const MAY_BE_NULL: ReadonlySet<string> = new Set(NULLABLE);

/** An event as read from its payload. */
export interface ReadEvent {
	kind: EventKind;
	/** The same for every delivery of the same event, different for different events. */
	eventId: string;
	fields: Record<string, string | null>;
	/** Whether every field that events of this kind have could be read. */
	complete: boolean;
	body: IDataObject;
}

/** Reads an event of a known kind. It never fails: what cannot be read is `null`. */
export function readEvent(kind: EventKind, body: IDataObject): ReadEvent {
	const fields: ReadEvent['fields'] = eventSchemas[kind].parse(body);
	const complete = Object.entries(fields).every(
		([name, value]) => value !== null || MAY_BE_NULL.has(name),
	);
	return { kind, eventId: identify(kind, fields, body), fields, complete, body };
}

/** What a workflow gets with Simplify on. `raw` is there when something could not be read. */
export function simplified({ kind, eventId, fields, complete, body }: ReadEvent): IDataObject {
	return { event: kind, eventId, ...fields, ...(complete ? {} : { raw: body }) };
}

/** What a workflow gets with Simplify off: everything that came. */
export function unchanged({ kind, eventId, body }: ReadEvent, headers: IDataObject): IDataObject {
	return { event: kind, eventId, body, headers };
}

const EVENT_ID_LENGTH = 32; // 128 bits: no two events meet by chance

function identify(kind: EventKind, fields: ReadEvent['fields'], body: IDataObject): string {
	const parts = IDENTITY[kind].map((name) => fields[name]);
	const identity = parts.includes(null) ? sortKeys(body) : JSON.stringify([kind, ...parts]);
	return createHash('sha256').update(identity).digest('hex').slice(0, EVENT_ID_LENGTH);
}

/** JSON that does not depend on the order in which keys were written. */
function sortKeys(body: IDataObject): string {
	return JSON.stringify(body, (_key, value: unknown) => {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
		return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}
