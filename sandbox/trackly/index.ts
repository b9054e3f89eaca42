import { createSandbox } from '../core/sandbox';
import type { Sandbox, SandboxOptions } from '../core/sandbox';

export type { SandboxControls, SandboxStatus } from '../core/controls';
export type { Sandbox, SandboxOptions } from '../core/sandbox';
export type { Fault, FaultInput, FaultKind } from '../core/faults/faults';
export type {
	Journal,
	JournalSummary,
	OperationSummary,
	ReceivedText,
	RequestEntry,
	WebhookAttempt,
} from '../core/journal/journal';
export type { Switches } from './account/switches';
export type { MessageState } from './messages/message';
export type { OutcomeRule } from './messages/outcomes';
export type { AnswerResult } from './phones/reply';
export type { ShortLink } from './tracking/links';
export type {
	SignatureFormat,
	WebhookEndpoint,
	WebhookEventName,
	WebhookInput,
} from '../core/webhooks/endpoints';

/** API key of the sandbox when the options name none: `trk_` and 32 characters, as documented. */
export { DEFAULT_API_KEY } from '../core/sandbox';

/**
 * Starts a Trackly account on this machine and gives its addresses and its switches.
 * Nothing leaves loopback except webhooks to the addresses it was given.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	return await createSandbox(options);
}
