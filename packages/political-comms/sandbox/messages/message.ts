/** contract: ConversationMessage.status */
export type MessageStatus = 'sent' | 'delivered' | 'failed' | 'received';

/** One text of a thread. */
export interface Message {
	id: string;
	threadId: string;
	projectId: string;
	direction: 'inbound' | 'outbound';
	/** What made it: the broadcast, a test of it, or a reply in a thread. */
	origin: 'project' | 'test' | 'reply' | 'contact';
	text: string;
	mediaUrls: string[];
	/** The contact's number. */
	phone: string;
	/** The account's number. */
	sender: string;
	status: MessageStatus;
	/** Milliseconds by the account's clock. */
	at: number;
	sentAt: string | null;
	deliveredAt: string | null;
	receivedAt: string | null;
	/** Opaque, with leading zeros (contract: ConversationMessage.error_code). */
	errorCode: string | null;
	/** What it costs once it is delivered, and who pays. */
	bill?: Bill;
}

export interface Bill {
	orgId: string;
	initiatorId: string;
	product: 'sms' | 'mms';
	cents: number;
	brandId: string | null;
	campaignId: string | null;
}

/** What happens to texts for certain numbers. */
export interface OutcomeRule {
	/** Last digits of the numbers. */
	endsWith: string;
	status: 'delivered' | 'failed';
	/** Of a failed one; default `300`. */
	errorCode?: string;
}
