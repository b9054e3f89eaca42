import type { JsonObject } from '../../../../../kernel';
import type { Counts, InState, PollEvent } from '../../../../../kernel/poll';
import { deliveryOf } from '../api/delivery';

/** What the trigger can watch for, those first that need documented paths only. */
export const EVENTS = [
	{
		name: 'Recipient Delivered or Failed',
		value: 'recipientFinal',
		description: 'Once per number that reaches a final state, such as delivered or failed',
	},
	{
		name: 'Message Complete',
		value: 'messageComplete',
		description: 'Once per message when all of its numbers are in a final state, with counts',
	},
	{
		name: 'Message Stalled',
		value: 'messageStalled',
		description: 'Once per message that is not complete after the hours in Give Up After',
	},
	{
		name: 'Low Credit Balance',
		value: 'creditsBelow',
		description:
			'When the credit balance falls below a threshold. ME-SMS does not document its path.',
	},
	{
		name: 'Sender State Changed',
		value: 'senderApproved',
		description:
			'When a sender name is approved or rejected, or is new. ME-SMS does not document its path.',
	},
] as const;

export type EventKind = (typeof EVENTS)[number]['value'];

/** Events of messages, and of nothing else. */
export const MESSAGE_EVENTS: readonly EventKind[] = [
	'recipientFinal',
	'messageComplete',
	'messageStalled',
];

/** @param recipient as its operation outputs it */
export function recipientFinal(uuid: string, recipient: JsonObject): PollEvent {
	const { msisdn, status, id } = recipient;
	return {
		kind: 'recipientFinal',
		fields: { uuid, ...recipient },
		identity: [uuid, String(msisdn ?? id), String(status)],
	};
}

export function messageComplete(uuid: string, counts: Counts): PollEvent {
	return { kind: 'messageComplete', fields: { uuid, ...delivery(counts) }, identity: [uuid] };
}

export function messageStalled(uuid: string, counts: Counts | undefined, since: number): PollEvent {
	const fields = { uuid, since: new Date(since).toISOString(), ...(counts && delivery(counts)) };
	return { kind: 'messageStalled', fields, identity: [uuid] };
}

export function creditsBelow(balance: number, threshold: number, armedAt: number): PollEvent {
	return {
		kind: 'creditsBelow',
		fields: { balance, threshold },
		identity: [threshold, armedAt],
	};
}

/** @param sender as its operation outputs it */
export function senderChanged(
	{ id, state, row: sender }: InState<JsonObject>,
	previousStatus: string | null,
	since: number,
): PollEvent {
	const { name, status, ...rest } = sender;
	return {
		kind: 'senderApproved',
		fields: { name, status, previousStatus, ...rest },
		identity: [id, previousStatus ?? '', state, since],
	};
}

function delivery({ byState, total }: Counts) {
	// Where the API counts nothing, only how many there are is known.
	return Object.keys(byState).length === 0 ? { total } : deliveryOf(byState);
}
