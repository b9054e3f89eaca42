import type { Account } from '../account/account';
import { emitMessage } from '../webhooks/events';
import { isOptIn, isOptOut } from './opt-out-words';

/** What came of a contact's text. */
export interface ReplyResult {
	conversationId: string;
	messageId: string;
	optedOut: boolean;
}

/**
 * A contact texts a number of the account.
 *
 * @throws Error when this number never texted the contact
 */
export function reply(account: Account, phone: string, sender: string, text: string): ReplyResult {
	const thread = account.threads.between(sender, phone);
	if (thread === undefined) throw new Error(`${sender} never texted ${phone}`);
	const message = account.messages.receive(thread, text);
	const wasOut = account.isOptedOut(thread.orgId, phone);
	if (isOptOut(text)) account.setOptedOut(thread.orgId, phone, true);
	else if (wasOut && isOptIn(text)) account.setOptedOut(thread.orgId, phone, false);
	if (!isOptOut(text) || account.switches.stopIsReply) {
		emitMessage(account, 'message.replied', message);
	}
	return {
		conversationId: thread.id,
		messageId: message.id,
		optedOut: account.isOptedOut(thread.orgId, phone),
	};
}
