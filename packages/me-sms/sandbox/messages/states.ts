/** contract: x-recipient-states, in its order */
export const RECIPIENT_STATES = [
	'pending',
	'success',
	'failed',
	'invalid',
	'blocked',
	'expired',
	'timeout',
] as const;
export type RecipientState = (typeof RECIPIENT_STATES)[number];

/** contract: listMessages, parameter status */
export type MessageState = 'sent' | 'failed' | 'pending' | 'scheduled' | 'cancelled';

export type StateCounts = Record<RecipientState, number>;
