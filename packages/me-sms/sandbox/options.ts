import type { SandboxOptions as AnySandboxOptions } from '../../../sandbox/core';
import type { Settings } from './account/settings';
import type { Switches } from './account/switches';
import type { Website } from './paths/website';

export interface SandboxOptions extends Omit<AnySandboxOptions, 'webhooks'> {
	/** Makes all ids and states repeatable; without it they differ from run to run. */
	seed?: string;
	/** Credits at the start and after each reset; default 18,250. */
	credits?: number;
	/** Switches that are not as usual from the start, and after each reset. */
	switches?: Partial<Switches>;
	/** Settings that are not as usual from the start, and after each reset. */
	settings?: Partial<Settings>;
}

/** What an account is opened with. */
export interface OpenOptions extends SandboxOptions {
	website: Website;
}
