import { ApiResponse } from '../../../../../sandbox/core';
import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { normalised } from '../../conversations/normalise';
import { refusePausedSending } from '../../projects/states';
import { invalid, Refusal } from '../../requests/refusal';
import { callerOf, good } from '../scope';
import { findThread } from './find-thread';

const CENTS = 2; // as of an SMS of a project

/** contract: replyToConversation; all refusals come before any charge */
export function replyToConversation(account: Account, call: Call<{ text: string }>) {
	const thread = findThread(account, call);
	const text = normalised(call.body.text);
	if (text.trim() === '') throw invalid('text', 'is empty');
	if (account.isOptedOut(thread.orgId, thread.phone)) {
		throw new Refusal('CONTACT_OPTED_OUT', { status: 409 });
	}
	if (thread.refusal !== undefined) throw new Refusal(thread.refusal, { status: 409 });
	refusePausedSending(account);
	const { balanceCents } = account.settings;
	if (balanceCents < CENTS) {
		throw new Refusal('INSUFFICIENT_BALANCE', {
			status: 402,
			details: { shortfall_cents: CENTS - balanceCents },
		});
	}
	const project = account.projects.get(thread.projectId);
	const message = account.messages.send({
		thread,
		origin: 'reply',
		text,
		mediaUrls: [],
		bill: {
			orgId: thread.orgId,
			initiatorId: callerOf(account, call).orgId,
			product: 'sms',
			cents: CENTS,
			brandId: project?.brandId ?? null,
			campaignId: project?.campaignId ?? null,
		},
	});
	account.didDo('reply_sent', message.id);
	return new ApiResponse(
		202,
		good({
			message_id: message.id,
			conversation_id: thread.id,
			project_id: thread.projectId,
			from: thread.sender,
			to: thread.phone,
			text,
			created_at: account.clock.stamp(),
		}),
	);
}
