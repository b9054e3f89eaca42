import { BaseAccount, IdempotencyStore, Timers, usualSwitches } from '../../../../sandbox/core';
import type { AccountBasis, WebhookTrouble } from '../../../../sandbox/core';
import { Threads } from '../conversations/threads';
import { Lists } from '../lists/lists';
import { MediaFiles } from '../media/files';
import type { OutcomeRule } from '../messages/message';
import { Messages } from '../messages/messages';
import type { SandboxOptions } from '../options';
import { start } from '../projects/life';
import { Links } from '../projects/links';
import { Projects } from '../projects/projects';
import { Ledger } from '../reports/ledger';
import type { Charge } from '../reports/ledger';
import { RateLimits } from '../requests/rate-limits';
import { CHILD, ORGANIZATIONS, PARENT } from '../seed/organizations';
import type { Account, Counts, EffectKind } from './account';
import { DEFAULT_API_KEY } from './default-key';
import { Ids } from './ids';
import { Keys } from './keys';
import { Organizations } from './organizations';
import { Registry } from './registry';
import { USUAL_SETTINGS } from './settings';
import type { Settings } from './settings';
import { SWITCHES } from './switches';
import type { Switches } from './switches';

/** A Political Comms account as it stands here, without HTTP. */
export class SimulatedAccount extends BaseAccount<Switches> implements Account {
	override readonly switches: Switches;
	readonly settings: Settings;
	readonly timeScale: number;
	readonly ids: Ids;
	readonly requestIds: Ids;
	readonly keys: Keys;
	readonly organizations = new Organizations(ORGANIZATIONS);
	readonly registry = new Registry();
	readonly rates = new RateLimits();
	readonly idempotency: IdempotencyStore;
	readonly jobs = new Timers();
	readonly starts = new Timers();
	readonly lists = new Lists();
	readonly media = new MediaFiles();
	readonly projects = new Projects();
	readonly links = new Links();
	readonly threads = new Threads();
	readonly messages: Messages;
	readonly ledger = new Ledger();
	private readonly optedOut = new Set<string>();
	readonly failNext = new Set<'import' | 'analysis' | 'media'>();
	outcomes: readonly OutcomeRule[] = [];
	apiUrl = 'https://api.politicalcomms.com/v1';
	private responses = 0;

	constructor(basis: AccountBasis, options: SandboxOptions) {
		const ids = new Ids(options.seed);
		super(basis, () => ids.next('whk'));
		this.ids = ids;
		this.requestIds = new Ids(options.seed && `${options.seed} requests`);
		this.timeScale = basis.timeScale;
		this.switches = { ...usualSwitches<Switches>(SWITCHES), ...options.switches };
		this.settings = { ...USUAL_SETTINGS };
		this.set(options.settings ?? {});
		this.keys = new Keys(options.apiKey ?? DEFAULT_API_KEY, PARENT, CHILD);
		this.idempotency = new IdempotencyStore(() => ({
			lifetimeMs: this.clock.scaled(this.settings.keySeconds),
			keepFailures: this.switches.keepFailures,
		}));
		this.messages = new Messages(this);
	}

	set(changes: Partial<Settings>): Settings {
		Object.assign(this.settings, changes);
		if (changes.clockSkewSeconds !== undefined) {
			this.clock.offsetMs = changes.clockSkewSeconds * 1_000;
			this.clockMoved();
		}
		return { ...this.settings };
	}

	/** Projects that wait for their moment wait for it by the clock as it is now. */
	override clockMoved(): void {
		this.settings.clockSkewSeconds = this.clock.offsetMs / 1_000;
		for (const project of this.projects.all()) {
			if (project.status === 'scheduled') start(this, project);
		}
	}

	generation(): 'docs' | 'sdk' {
		const { generation } = this.switches;
		if (generation !== 'mixed') return generation;
		return this.responses++ % 2 === 0 ? 'docs' : 'sdk';
	}

	isOptedOut(orgId: string, phone: string): boolean {
		return this.optedOut.has(`${orgId} ${phone}`);
	}

	setOptedOut(orgId: string, phone: string, isOut: boolean): void {
		if (isOut) this.optedOut.add(`${orgId} ${phone}`);
		else this.optedOut.delete(`${orgId} ${phone}`);
	}

	charge(charge: Omit<Charge, 'at'>): void {
		this.settings.balanceCents -= charge.cents;
		this.ledger.charges.push({ at: this.clock.now(), ...charge });
	}

	didDo(kind: EffectKind, id: string): void {
		this.journal.addEffect({ at: this.clock.stamp(), kind, id });
	}

	override webhookTrouble(): WebhookTrouble {
		const { webhookSignature, ...switches } = this.switches;
		return {
			...(webhookSignature !== 'right' && { signature: webhookSignature }),
			rewritten: switches.webhookRewritten,
			twice: switches.webhookTwice,
			disordered: switches.webhookDisordered,
		};
	}

	override get pendingMessages(): number {
		return this.messages.pending;
	}

	override get pendingJobs(): number {
		return this.jobs.size + this.lists.fetching + this.media.fetching;
	}

	override counts(): Counts {
		return {
			lists: this.lists.all().length,
			projects: this.projects.all().length,
			scheduled: this.starts.size,
			balanceCents: this.settings.balanceCents,
		};
	}

	override stop(): void {
		this.jobs.stop();
		this.starts.stop();
		this.messages.stop();
		super.stop();
	}
}
