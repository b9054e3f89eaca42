import { BaseAccount, usualSwitches } from '../../../../sandbox/core';
import type { AccountBasis } from '../../../../sandbox/core';
import { Messages } from '../messages/messages';
import type { OpenOptions } from '../options';
import type { Website } from '../paths/website';
import { seedGroups } from '../seed/groups';
import { SENDERS } from '../seed/senders';
import { TEMPLATES } from '../seed/templates';
import type { Account, Counts, EffectKind } from './account';
import { Credits } from './credits';
import { DEFAULT_API_KEY } from './default-key';
import { Ids } from './ids';
import { Keys } from './keys';
import { Senders } from './senders';
import { USUAL_SETTINGS } from './settings';
import type { Settings } from './settings';
import { SWITCHES } from './switches';
import type { Switches } from './switches';

const USUAL_CREDITS = 18_250; // as in the contract's sample

/** An ME-SMS account as it stands here, without HTTP. */
export class SimulatedAccount extends BaseAccount<Switches> implements Account {
	override readonly switches: Switches;
	readonly settings: Settings;
	readonly ids: Ids;
	readonly keys: Keys;
	readonly credits: Account['credits'];
	readonly senders = new Senders(SENDERS);
	readonly groups = seedGroups();
	readonly templates = new Map(TEMPLATES);
	readonly outbox: Messages;
	readonly website: Website;

	constructor(basis: AccountBasis, options: OpenOptions) {
		super(basis, () => '');
		this.ids = new Ids(options.seed);
		this.switches = { ...usualSwitches<Switches>(SWITCHES), ...options.switches };
		this.settings = { ...USUAL_SETTINGS, ...options.settings };
		this.keys = new Keys(options.apiKey ?? DEFAULT_API_KEY);
		this.credits = { own: new Credits(options.credits ?? USUAL_CREDITS), other: new Credits(0) };
		this.website = options.website;
		this.website.forget();
		this.outbox = new Messages(this);
	}

	didDo(kind: EffectKind, id: string): void {
		this.journal.addEffect({ at: this.clock.stamp(), kind, id });
	}

	override get pendingMessages(): number {
		return this.outbox.pending;
	}

	override clockMoved(): void {
		this.outbox.clockMoved();
	}

	override counts(): Counts {
		const { balance, held } = this.credits.own.state();
		return { messages: this.outbox.all().length, scheduled: this.outbox.scheduled, balance, held };
	}

	override stop(): void {
		this.outbox.stop();
		super.stop();
	}
}
