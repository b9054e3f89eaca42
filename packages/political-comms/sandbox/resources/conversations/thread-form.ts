import type { Account } from '../../account/account';
import { latestOf } from '../../conversations/threads';
import type { Thread } from '../../conversations/threads';

/** contract: Conversation; `from` is the sending number, as in the sample */
export function threadForm(account: Account, thread: Thread): object {
	const isOut = account.isOptedOut(thread.orgId, thread.phone);
	const inbound = thread.messages.filter(({ direction }) => direction === 'inbound');
	const outbound = thread.messages.filter(({ direction }) => direction === 'outbound');
	const quiet = thread.refusal === undefined ? 'active' : 'inactive';
	return {
		conversation_id: thread.id,
		project_id: thread.projectId,
		from: thread.sender,
		to: thread.phone,
		status: isOut ? 'opted_out' : quiet,
		opted_out: isOut,
		is_test: thread.isTest,
		contact: { phone_number: thread.phone },
		inbound_messages: inbound.length,
		outbound_messages: outbound.length,
		first_message_at: outbound.at(0)?.sentAt ?? null,
		last_inbound_at: latestOf(thread, 'inbound')?.receivedAt ?? null,
		last_outbound_at: latestOf(thread, 'outbound')?.sentAt ?? null,
		created_at: thread.createdAt,
	};
}
