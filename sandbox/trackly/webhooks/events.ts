import type { DeliveryStatus } from '../messages/outcomes';

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

/** Tries out a new endpoint (ours; the contract has none). It says nothing. */
export interface PingEvent {
	event: 'ping';
	timestamp: string;
}

export type WebhookEvent = DeliveryEvent | UnsubscribeEvent | ReplyEvent;
