import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { pageOf } from '../../conversations/page';
import type { Message } from '../../messages/message';
import { good } from '../scope';
import { findThread } from './find-thread';

/** contract: listConversationMessages; newest first */
export function listConversationMessages(account: Account, call: Call<unknown>) {
	const { rows, ...paging } = pageOf([...findThread(account, call).messages].reverse(), call.query);
	return good({ data: rows.map(messageForm), ...paging });
}

/** contract: ConversationMessage */
function messageForm(message: Message): object {
	return {
		message_id: message.id,
		direction: message.direction,
		text: message.text,
		media_urls: message.mediaUrls,
		status: message.status,
		sent_at: message.sentAt,
		delivered_at: message.deliveredAt,
		received_at: message.receivedAt,
		error_code: message.errorCode,
	};
}
