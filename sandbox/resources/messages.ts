import type { Account } from '../account/account';
import type { ContactData } from '../messages/message';
import { requireList } from './call';
import type { Call, Handlers } from './call';
import { eachRecord } from './records';

/** contract: SendMessageRequest, BulkMessage */
interface SendBody {
	to: string;
	list_number: string;
	body: string;
	contact_data?: ContactData;
}

/** Messages (contract: sendMessage, sendMessagesBulk). */
export const messageHandlers: Handlers = {
	sendMessage(account: Account, { body }: Call<SendBody>) {
		const message = queue(account, body);
		return { success: true, message_id: message.id, status: message.state };
	},

	sendMessagesBulk(account: Account, call: Call<{ messages: SendBody[] }>) {
		const { messages } = call.body;
		const failures = eachRecord(call, messages, (record) => queue(account, record));
		return {
			queued_count: messages.length - failures.length,
			error_count: failures.length,
			errors: failures.map((failure) => ({
				...failure,
				to: String(messages[failure.index]?.to ?? ''),
			})),
		};
	},
};

function queue(account: Account, { to, list_number, body, contact_data }: SendBody) {
	const list = requireList(account, list_number);
	return account.messages.accept({ to, list, body, contactData: contact_data });
}
