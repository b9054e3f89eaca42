import type { Account } from '../account/account';
import type { ContactData, Send } from '../messages/message';
import { requireList } from './require-list';
import type { Call, Handlers } from '../../core';
import { failuresOf } from './records';

interface AnyBody {
	to: string;
	list_number: string;
	body: string;
}
/** contract: SendMessageRequest, BulkMessage */
interface SendBody extends AnyBody {
	contact_data?: ContactData;
}
/** contract: SendRawMessageRequest; the sandbox has no duplicate window, throttle or journeys */
interface RawBody extends AnyBody {
	skip_contact_validation?: boolean;
}
type Extras = Pick<Send, 'contactData' | 'skipContactValidation'>;

const plain = (body: SendBody): Extras => ({ contactData: body.contact_data });
const raw = (body: RawBody): Extras => ({ skipContactValidation: body.skip_contact_validation });

/** Messages (contract: sendMessage, sendMessagesBulk, sendRawMessage, sendRawMessagesBulk). */
export const messageHandlers: Handlers<Account> = {
	sendMessage: (account: Account, { body }: Call<SendBody>) => one(account, body, plain(body)),

	sendMessagesBulk: (account: Account, call: Call<{ messages: SendBody[] }>) =>
		many(account, call, plain),

	sendRawMessage: (account: Account, { body }: Call<RawBody>) => one(account, body, raw(body)),

	sendRawMessagesBulk: (account: Account, call: Call<{ messages: RawBody[] }>) =>
		many(account, call, raw),
};

/** contract: SendAccepted */
function one(account: Account, body: AnyBody, extras: Extras) {
	const message = queue(account, body, extras);
	return { success: true, message_id: message.id, status: message.state };
}

/** contract: BulkSendResult */
function many<Body extends AnyBody>(
	account: Account,
	call: Call<{ messages: Body[] }>,
	extrasOf: (body: Body) => Extras,
) {
	const { messages } = call.body;
	const failures = failuresOf(call, messages, (record) => queue(account, record, extrasOf(record)));
	return {
		queued_count: messages.length - failures.length,
		error_count: failures.length,
		errors: failures.map((failure) => ({
			...failure,
			to: String(messages[failure.index]?.to ?? ''),
		})),
	};
}

function queue(account: Account, { to, list_number, body }: AnyBody, extras: Extras) {
	return account.messages.accept({ to, list: requireList(account, list_number), body, ...extras });
}
