import type { Account } from '../account/account';
import type { ContactList } from '../lists/contact-list';
import { analysisState } from '../lists/analysis-state';
import { downloadsOf } from '../lists/downloads';
import { carrierOf } from '../lists/phone';
import type { Message } from '../messages/message';
import type { TrackedLink } from '../projects/links';
import { headersOf } from './event-form';
import type { EventName } from './event-form';

type MessageEvent = 'message.sent' | 'message.delivered' | 'message.failed' | 'message.replied';

/** contract: MessageEvent */
export function emitMessage(account: Account, type: MessageEvent, message: Message): void {
	const isReply = type === 'message.replied';
	const { id, threadId, projectId, phone, sender, text, errorCode } = message;
	post(account, type, id, {
		message_id: id,
		conversation_id: threadId,
		project_id: projectId,
		from: isReply ? phone : sender,
		to: isReply ? sender : phone,
		...(isReply && { text, carrier: carrierOf(phone) }),
		...(type === 'message.failed' && { error_code: errorCode }),
	});
}

/** contract: LinkClickedEvent */
export function emitClick(account: Account, link: TrackedLink): void {
	const { messageId = '', projectId, phone, destination } = link;
	post(account, 'link.clicked', messageId, {
		message_id: messageId,
		project_id: projectId,
		to: phone,
		url: destination,
	});
}

/** contract: ContactListAnalyzedEvent, which is flat and has its id as `id` */
export function emitListAnalyzed(account: Account, list: ContactList): void {
	const type: EventName = 'contact_list.analyzed';
	const id = account.ids.next('evt');
	const body = {
		id,
		list_id: list.id,
		name: list.name,
		analysis: analysisState(list),
		analyzed_url: downloadsOf(account, list).analyzed_url,
	};
	account.webhooks.emit(type, body, headersOf(type, id, account.clock.stamp()));
}

/** `messageId` is the event's id where the switch says so. */
function post(account: Account, type: EventName, messageId: string, fields: object): void {
	const { clock, ids, switches, webhooks } = account;
	const timestamp = clock.stamp();
	const event_id = switches.eventIds === 'message' ? messageId : ids.next('evt');
	const envelope = { event_id, event_type: type, timestamp };
	const body =
		switches.eventBodies === 'flat' ? { ...envelope, ...fields } : { ...envelope, data: fields };
	webhooks.emit(type, body, headersOf(type, event_id, timestamp));
}
