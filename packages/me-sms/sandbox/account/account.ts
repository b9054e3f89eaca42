import type { BaseAccount } from '../../../../sandbox/core';
import type { Outbox } from '../messages/outbox';
import type { Website } from '../paths/website';
import type { Credits } from './credits';
import type { Ids } from './ids';
import type { Keys, Owner } from './keys';
import type { Senders } from './senders';
import type { Settings } from './settings';
import type { Switches } from './switches';

/** Everything one ME-SMS account knows, for all that works on it. */
export interface Account extends BaseAccount<Switches> {
	readonly switches: Switches;
	readonly settings: Settings;
	readonly ids: Ids;
	readonly keys: Keys;
	readonly credits: Readonly<Record<Owner, Credits>>;
	readonly senders: Senders;
	/** Contact groups: their numbers without the 66, by id. */
	readonly groups: Map<number, Uint32Array>;
	/** Texts with `{{name}}` places, by id. */
	readonly templates: Map<number, string>;
	readonly outbox: Outbox;
	/** The website whose host the API shares. */
	readonly website: Website;

	/** Notes that something was done, for tests that count effects. */
	didDo(kind: EffectKind, id: string): void;
	counts(): Counts;
}

/** What the status tells of this account. */
export interface Counts {
	messages: number;
	/** Messages that wait for their time. */
	scheduled: number;
	balance: number;
	/** Credits held for messages that wait. */
	held: number;
}

/** What the account does for a client that must not be done twice. */
export type EffectKind = 'message_accepted' | 'message_started' | 'message_cancelled';
