import { createSandbox } from '../../../sandbox/core';
import type { RunningSandbox } from '../../../sandbox/core';
import type { Account } from './account/account';
import { PATH_OVERRIDES } from './contract';
import type { MeSmsControls } from './controls';
import type { SandboxOptions } from './options';
import { Website } from './paths/website';
import { meSms } from './vendor';

export type { Effect, FaultInput, ReceivedText, RequestEntry } from '../../../sandbox/core';
export { DEFAULT_API_KEY } from './account/default-key';
export type { Settings } from './account/settings';
export type { Switches } from './account/switches';
export type { MessageInput, MessageReport } from './controls';
export type { SandboxOptions } from './options';

/** Where the provisional operations are while the switch `paths` says that they have moved. */
export const MOVED_PATHS: Readonly<Record<string, string>> = Object.fromEntries(
	PATH_OVERRIDES.map(({ key, moved }) => [key, moved]),
);

/** A running ME-SMS account. */
export interface Sandbox extends RunningSandbox<Account>, MeSmsControls {}

/**
 * Starts an ME-SMS account on this machine and returns its addresses and its switches. Nothing leaves it.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const website = await Website.open();
	try {
		const sandbox = await createSandbox(meSms, { ...options, website });
		return {
			...sandbox,
			stop: async () => {
				await sandbox.stop();
				await website.close();
			},
		};
	} catch (error) {
		await website.close();
		throw error;
	}
}
