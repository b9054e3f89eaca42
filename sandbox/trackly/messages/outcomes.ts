import type { MessageState } from './message';

/** Words of delivery events that end a message's life (contract: DeliveryEvent.status). */
export type DeliveryStatus = 'delivered' | 'undeliverable' | 'expired' | 'rejected';

/** What the carrier does with texts for certain numbers. */
export interface OutcomeRule {
	/** Last digits of the numbers meant. */
	endsWith: string;
	status: DeliveryStatus;
	/** `status_detail` of the delivery event, for example REJECTED_SPAM. */
	detail?: string;
}

export interface Outcome {
	status: DeliveryStatus;
	detail: string | null;
}

const DELIVERED: Outcome = { status: 'delivered', detail: 'DELIVERED_TO_HANDSET' };

/** Details that remove the contact (contract: DeliveryEvent.status_detail). */
export const REMOVING_DETAILS: ReadonlySet<string> = new Set([
	'REJECTED_SPAM',
	'REJECTED_DESTINATION',
]);

/** State of the message for each word of a delivery event. */
export const STATE_OF: Record<DeliveryStatus, MessageState> = {
	delivered: 'delivered',
	undeliverable: 'undelivered',
	expired: 'undelivered',
	rejected: 'failed',
};

/** What happens to a text for this number: the first rule that fits, else it is delivered. */
export function outcomeFor(phoneNumber: string, rules: readonly OutcomeRule[]): Outcome {
	const rule = rules.find(({ endsWith }) => phoneNumber.endsWith(endsWith));
	if (rule === undefined) return DELIVERED;
	return { status: rule.status, detail: rule.detail ?? null };
}
