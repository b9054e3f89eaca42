import type { SandboxOptions as AnySandboxOptions } from '../../../sandbox/core';
import type { Settings } from './account/settings';
import type { Switches } from './account/switches';

export interface SandboxOptions extends AnySandboxOptions {
	/** Makes all ids repeatable; without it they differ from run to run. */
	seed?: string;
	/** Switches that are not as usual from the start, and after each reset. */
	switches?: Partial<Switches>;
	/** Settings that are not as usual from the start, and after each reset. */
	settings?: Partial<Settings>;
}
