import { createSandbox } from '../../../sandbox/core';
import type { RunningSandbox } from '../../../sandbox/core';
import type { Account } from './account/account';
import type { PoliticalCommsControls } from './controls';
import type { SandboxOptions } from './options';
import { politicalComms } from './vendor';

export type { Effect, FaultInput, ReceivedText, RequestEntry } from '../../../sandbox/core';
export { DEFAULT_API_KEY } from './account/default-key';
export type { Settings } from './account/settings';
export type { Switches } from './account/switches';
export type { SandboxOptions } from './options';

/** A running Political Comms account. */
export interface Sandbox extends RunningSandbox<Account>, PoliticalCommsControls {}

/**
 * Starts a Political Comms account on this machine and returns its addresses and its switches. Nothing
 * leaves it except webhooks to the addresses it was given, and fetches of source URLs.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	return await createSandbox(politicalComms, options);
}
