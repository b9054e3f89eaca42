import type { Dispatcher } from '../../core';
import type { DeliveryStatus } from '../messages/outcomes';

export const WEBHOOK_EVENTS = ['delivery', 'unsubscribe', 'reply'] as const;
export type WebhookEventName = (typeof WEBHOOK_EVENTS)[number];

/** contract: DeliveryEvent */
export interface DeliveryEvent {
	event: 'delivery';
	message_id: string;
	to: string;
	list_number: string;
	status: DeliveryStatus;
	status_detail: string | null;
	provider: string;
	timestamp: string;
}

/** contract: UnsubscribeEvent */
export interface UnsubscribeEvent {
	event: 'unsubscribe';
	phone_number: string;
	list_number: string;
	keyword: string;
	timestamp: string;
}

/** contract: ReplyEvent, in the form its example guesses */
export interface ReplyEvent {
	event: 'reply';
	phone_number: string;
	list_number: string;
	body: string;
	timestamp: string;
}

type WebhookEvent = DeliveryEvent | UnsubscribeEvent | ReplyEvent;

/** Posts an event to the endpoints that want it. */
export function emit(webhooks: Dispatcher, event: WebhookEvent): void {
	webhooks.emit(event.event, event);
}
