import type { Account } from '../account/account';
import { isOptIn, optOutKeyword } from './opt-out-words';
import { emit } from '../webhooks/events';

/** What a contact's text did. */
export interface ReplyResult {
	event: 'reply' | 'unsubscribe';
	/** The opt-out word, for `unsubscribe`. */
	keyword?: string;
	/** Whether START revived a subscription. */
	resubscribed: boolean;
}

/**
 * A contact texts the account. An opt-out word ends the subscription and causes an `unsubscribe`
 * event; anything else a `reply` event, START revives the subscription as well.
 */
export function reply(
	account: Account,
	phone: string,
	listNumber: string,
	text: string,
): ReplyResult {
	const list = account.lists.withNumber(listNumber);
	if (list === undefined) throw new Error(`The account has no list with the number ${listNumber}`);
	const at = account.clock.stamp();
	account.phones.add(phone, { at, direction: 'out', sender: listNumber, text });

	const keyword = optOutKeyword(text);
	if (keyword !== undefined) {
		// Someone who is no contact can opt out too; the account must remember it.
		account.contacts.signUp(phone, list, { signupMethod: 'message' });
		account.contacts.optOut(phone, list, 'message');
		emit(account.webhooks, {
			event: 'unsubscribe',
			phone_number: phone,
			list_number: listNumber,
			keyword,
			timestamp: at,
		});
		return { event: 'unsubscribe', keyword, resubscribed: false };
	}

	let resubscribed = false;
	if (isOptIn(text)) {
		const { membership } = account.contacts.signUp(phone, list, { signupMethod: 'message' });
		resubscribed = !membership.active;
		account.contacts.optIn(membership);
	}
	emit(account.webhooks, {
		event: 'reply',
		phone_number: phone,
		list_number: listNumber,
		body: text,
		timestamp: at,
	});
	return { event: 'reply', resubscribed };
}
