import type { Account } from '../../account/account';
import { stateOf } from '../../messages/message';
import type { Message } from '../../messages/message';
import { countsIn } from '../../responses/counts';

/** contract: Message; drSummary once no recipient is pending */
export function messageRow({ outbox, switches }: Account, message: Message) {
	const elapsed = outbox.elapsed(message);
	const status = stateOf(message, elapsed);
	const isComplete = status === 'sent' || status === 'failed';
	const early = switches.earlySummary === 'null' ? null : undefined;
	const { uuid, sender, content, credits, scheduledAt, createdAt, recipients } = message;
	return {
		uuid,
		status,
		sender,
		content,
		scheduledTime: scheduledAt === null ? null : new Date(scheduledAt).toISOString(),
		createdAt: new Date(createdAt).toISOString(),
		recipients: recipients.length,
		credits,
		drSummary: isComplete ? countsIn(switches.drSummary, recipients.counts(elapsed)) : early,
	};
}
