import type { Owner } from '../account/keys';
import type { Recipients } from './recipients';
import type { MessageState } from './states';

/** One message: a text to any number of recipients. */
export interface Message {
	uuid: string;
	owner: Owner;
	sender: string;
	/** As the phones show it. */
	content: string;
	parts: number;
	credits: number;
	recipients: Recipients;
	/** How many numbers came as 0 and nine digits. */
	local: number;
	/** Times in milliseconds by the account's clock. */
	createdAt: number;
	/** Null for one that was sent at once. */
	scheduledAt: number | null;
	startedAt: number | null;
	cancelledAt: number | null;
}

/**
 * The state of a message so many seconds after its start. It is sent when no recipient is pending, and
 * failed when none of them got it.
 */
export function stateOf(message: Message, elapsed: number): MessageState {
	if (message.cancelledAt !== null) return 'cancelled';
	if (message.startedAt === null) return 'scheduled';
	const { pending, success } = message.recipients.counts(elapsed);
	if (pending > 0) return 'pending';
	return success > 0 ? 'sent' : 'failed';
}
