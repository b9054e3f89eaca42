import type { BaseAccount, IdempotencyStore, Timers } from '../../../../sandbox/core';
import type { Threads } from '../conversations/threads';
import type { Lists } from '../lists/lists';
import type { MediaFiles } from '../media/files';
import type { OutcomeRule } from '../messages/message';
import type { Outbox } from '../messages/outbox';
import type { Links } from '../projects/links';
import type { Projects } from '../projects/projects';
import type { Charge, Ledger } from '../reports/ledger';
import type { RateLimits } from '../requests/rate-limits';
import type { Ids } from './ids';
import type { Keys } from './keys';
import type { Organizations } from './organizations';
import type { Registry } from './registry';
import type { Settings } from './settings';
import type { Switches } from './switches';

/** Everything one Political Comms account knows, for all that works on it. */
export interface Account extends BaseAccount<Switches> {
	readonly switches: Switches;
	readonly settings: Settings;
	readonly timeScale: number;
	readonly ids: Ids;
	/** Apart, so that reading changes no ids of things. */
	readonly requestIds: Ids;
	readonly keys: Keys;
	readonly organizations: Organizations;
	readonly registry: Registry;
	readonly rates: RateLimits;
	readonly idempotency: IdempotencyStore;
	/** Work that ends by itself: imports, analyses, projects that are compiled or sent. */
	readonly jobs: Timers;
	/** Projects that wait for their moment. */
	readonly starts: Timers;
	readonly lists: Lists;
	readonly media: MediaFiles;
	readonly projects: Projects;
	readonly links: Links;
	readonly threads: Threads;
	readonly messages: Outbox;
	readonly ledger: Ledger;
	/** Kinds of work whose next piece fails. */
	readonly failNext: Set<'import' | 'analysis' | 'media'>;
	outcomes: readonly OutcomeRule[];
	/** Base URL by which the API was called last; links in responses lead there. */
	apiUrl: string;

	/** Changes settings, and the clock with them. */
	set(changes: Partial<Settings>): Settings;
	/** The form of this response; in turn where the switch says so. */
	generation(): 'docs' | 'sdk';
	/** Whether a number wants no more texts from an organization. */
	isOptedOut(orgId: string, phone: string): boolean;
	setOptedOut(orgId: string, phone: string, isOut: boolean): void;
	/** Takes a charge from the balance and notes it. */
	charge(charge: Omit<Charge, 'at'>): void;
	/** Notes that something was done, for tests that count effects. */
	didDo(kind: EffectKind, id: string): void;
	counts(): Counts;
}

/** What the status tells of this account. */
export interface Counts {
	lists: number;
	projects: number;
	/** Projects that wait for their moment. */
	scheduled: number;
	balanceCents: number;
}

/** What the account does for a client that must not be done twice. */
export type EffectKind =
	| 'list_made'
	| 'list_deleted'
	| 'analysis_started'
	| 'media_made'
	| 'media_deleted'
	| 'project_made'
	| 'project_changed'
	| 'project_copied'
	| 'project_scheduled'
	| 'project_unscheduled'
	| 'test_sent'
	| 'reply_sent';
