/** Events of a message, and clicks (contract: webhooks). */
export const EVENTS = [
	'message.sent',
	'message.delivered',
	'message.failed',
	'message.replied',
	'link.clicked',
	'contact_list.analyzed',
] as const;
export type EventName = (typeof EVENTS)[number];

/** Events that an endpoint gets only where somebody switched them on. */
export const OPTIONAL_EVENTS: readonly EventName[] = ['contact_list.analyzed'];

/** contract: EventType, EventId, EventTimestamp (Unix seconds, not signed) */
export function headersOf(type: string, id: string, at: string): Record<string, string> {
	return {
		'X-Event-Type': type,
		'X-Event-ID': id,
		'X-Timestamp': String(Math.floor(Date.parse(at) / 1_000)),
	};
}
