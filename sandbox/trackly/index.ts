import { createSandbox } from '../core';
import type { RunningSandbox } from '../core';
import type { Account } from './account/account';
import type { TracklyControls } from './controls';
import type { SandboxOptions } from './options';
import { trackly } from './vendor';

export type { FaultInput, ReceivedText, RequestEntry } from '../core';
export type { SandboxOptions } from './options';
export { DEFAULT_API_KEY } from './vendor';

/** A running Trackly account. */
export interface Sandbox extends RunningSandbox<Account>, TracklyControls {}

/**
 * Starts a Trackly account on this machine and returns its addresses and its switches.
 * Nothing leaves loopback except webhooks to the addresses it was given.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	return await createSandbox(trackly, options);
}
