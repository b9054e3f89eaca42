import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import type { ContactData, Send } from '../../messages/message';
import { failuresOf } from '../records';
import { requireList } from '../require-list';

/** What all bodies of messages have. */
export interface AnyBody {
	to: string;
	list_number: string;
	body: string;
}

/** contract: SendMessageRequest, BulkMessage */
export interface SendBody extends AnyBody {
	contact_data?: ContactData;
}

/** contract: SendRawMessageRequest; the sandbox has no duplicate window, throttle or journeys */
export interface RawBody extends AnyBody {
	skip_contact_validation?: boolean;
}

/** What kinds of messages differ in. */
export type Extras = Pick<Send, 'contactData' | 'skipContactValidation'>;

/** The extras of a message with placeholders. */
export const plainExtras = (body: SendBody): Extras => ({ contactData: body.contact_data });

/** The extras of a raw message. */
export const rawExtras = (body: RawBody): Extras => ({
	skipContactValidation: body.skip_contact_validation,
});

/** Takes one message (contract: SendAccepted). */
export function acceptOne(account: Account, body: AnyBody, extras: Extras) {
	const message = queue(account, body, extras);
	return { success: true, message_id: message.id, status: message.state };
}

/** Takes the good messages of a bulk body (contract: BulkSendResult). */
export function acceptMany<Body extends AnyBody>(
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
