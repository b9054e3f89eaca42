import { z } from 'zod';

import { parsePhoneNumber, readDateTime } from '../../../kernel';

/** Kinds of event whose payload is known (contract: `webhooks`). */
export const EVENT_KINDS = ['delivery', 'reply', 'unsubscribe'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Header that carries the signature (contract: TracklySignature), as Node.js spells it. */
export const SIGNATURE_HEADER = 'x-trackly-signature';

/** Text as it was written, even when empty; `null` when there is none. Ids and texts may be numbers. */
const anyText = z
	.union([z.string(), z.number().transform(String)])
	.nullable()
	.catch(null);

const text = anyText.transform((value) => value?.trim() || null);
const phoneNumber = text.transform((value) => value && toE164(value));
const moment = text.transform((value) => value && toUtc(value));

/**
 * What an event of each kind says, read from its payload. No payload of an object fails: few of
 * Trackly's fields are documented, so a field that is missing or of another type reads as `null`.
 */
export const eventSchemas = {
	/** contract: DeliveryEvent. It names the contact `to`, all others `phone_number`: both are read. */
	delivery: z
		.object({
			message_id: text,
			to: phoneNumber,
			phone_number: phoneNumber,
			list_number: phoneNumber,
			status: text,
			status_detail: text,
			provider: text,
			timestamp: moment,
		})
		.transform((event) => ({
			phoneNumber: event.to ?? event.phone_number,
			listNumber: event.list_number,
			occurredAt: event.timestamp,
			messageId: event.message_id,
			status: event.status,
			statusDetail: event.status_detail,
			provider: event.provider,
		})),

	/** contract: ReplyEvent, with its `x-aliases`. */
	reply: z
		.object({
			phone_number: phoneNumber,
			from: phoneNumber,
			list_number: phoneNumber,
			to: phoneNumber,
			body: anyText,
			message: anyText,
			text: anyText,
			timestamp: moment,
		})
		.transform((event) => ({
			phoneNumber: event.phone_number ?? event.from,
			listNumber: event.list_number ?? event.to,
			occurredAt: event.timestamp,
			text: firstFilled([event.body, event.message, event.text]),
		})),

	/** contract: UnsubscribeEvent. An opt-out is a text too, so the names of a reply are read as well. */
	unsubscribe: z
		.object({
			phone_number: phoneNumber,
			from: phoneNumber,
			list_number: phoneNumber,
			to: phoneNumber,
			keyword: text,
			timestamp: moment,
		})
		.transform((event) => ({
			phoneNumber: event.phone_number ?? event.from,
			listNumber: event.list_number ?? event.to,
			occurredAt: event.timestamp,
			keyword: event.keyword,
		})),
} satisfies Record<EventKind, z.ZodTypeAny>;

/** What an event of one kind says, under the names that workflows see. */
export type EventFields<Kind extends EventKind> = z.output<(typeof eventSchemas)[Kind]>;

/** The kind named in a payload's `event`; `undefined` for kinds that this package does not know. */
export function eventKind(event: unknown): EventKind | undefined {
	const name = typeof event === 'string' ? event.trim().toLowerCase() : undefined;
	return EVENT_KINDS.find((kind) => kind === name);
}

/** Whether a payload only tries out whether the address answers (not documented; it says nothing). */
export function isPing(event: unknown): boolean {
	return typeof event === 'string' && event.trim().toLowerCase() === 'ping';
}

/** The first that says something; else an empty text, which is what a picture without words has. */
function firstFilled(values: Array<string | null>): string | null {
	const given = values.filter((value) => value !== null);
	return given.find((value) => value.trim() !== '') ?? given[0] ?? null;
}

/** E.164 where it can be read, else as it came: short codes and sender names are no phone numbers. */
export function toE164(value: string): string {
	try {
		return parsePhoneNumber(value);
	} catch {
		return value;
	}
}

/** A day and a time, as opposed to a time alone, which would be read as one of today. */
const DAY_AND_TIME = /^\d{4}-\d{2}-\d{2}[T ].{4,36}$/;

/** ISO 8601 in UTC where it can be read, else as it came. No zone means UTC (contract: Timestamp). */
function toUtc(value: string): string {
	if (!DAY_AND_TIME.test(value)) return value;
	try {
		return readDateTime(value, 'timestamp', { timezone: 'utc' }) ?? value;
	} catch {
		return value;
	}
}
