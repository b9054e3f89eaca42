import type { SandboxOptions as AnySandboxOptions } from '../core';
import type { OutcomeRule } from './messages/outcomes';

export interface SandboxOptions extends AnySandboxOptions {
	/** Whether a few contacts are there at the start; default true. The three lists always are. */
	seedContacts?: boolean;
	/** Makes all ids repeatable; without it they differ from run to run. */
	seed?: string;
	/** Adds the documented brand prefix and opt-out suffix to texts for +1 lists; default false. */
	brandTexts?: boolean;
	/** What happens to texts for certain numbers; others are delivered. */
	outcomes?: OutcomeRule[];
}
