/** What a recipient can be in (contract: x-recipient-states). */
export const STATES = [
	'pending',
	'success',
	'failed',
	'invalid',
	'blocked',
	'expired',
	'timeout',
] as const;

const FINAL: ReadonlySet<string> = new Set(STATES.filter((state) => state !== 'pending'));

/** Whether a recipient stays in a state. One of tomorrow counts as not final (NOTES 3.18). */
export function isFinal(state: string): boolean {
	return FINAL.has(state);
}

/** What a message can be in (contract: listMessages). */
export const MESSAGE_STATES = ['sent', 'failed', 'pending', 'scheduled', 'cancelled'] as const;
