import type { SendingList } from '../account/lists';

/** Life cycle of a message (NOTES, pipeline). */
export const MESSAGE_STATES = [
	'queued',
	'sent',
	'delivered',
	'undelivered',
	'failed',
	'dropped',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Why the pipeline dropped a message. */
export type DropReason = 'inactive_list' | 'blocked_content' | 'contact_blocked';

/** Values for placeholders that came with the send (contract: ContactData). */
export interface ContactData {
	first_name?: string;
	last_name?: string;
	custom_fields?: Record<string, unknown>;
}

/** A send as the API accepted it. */
export interface Send {
	to: string;
	list: SendingList;
	body: string;
	contactData?: ContactData;
	/** Reaches people who opted out (contract: SendRawMessageRequest.skip_contact_validation). */
	skipContactValidation?: boolean;
}

export interface Message extends Send {
	id: string;
	state: MessageState;
	dropReason?: DropReason;
}
