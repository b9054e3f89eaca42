import { BaseAccount, usualSwitches } from '../../core';
import type { AccountBasis, Fault } from '../../core';
import { Timetable } from '../campaigns/timetable';
import { SEEDED_AUDIENCES } from '../catalogue/audiences';
import { SEEDED_CREATIVES } from '../catalogue/creatives';
import { SEEDED_OFFERS } from '../catalogue/offers';
import { SEEDED_SCHEDULES } from '../catalogue/schedules';
import { Collection } from '../catalogue/collection';
import type { OutcomeRule } from '../messages/outcomes';
import { Pipeline } from '../messages/pipeline';
import { Lookups } from '../phones/lookups';
import { History } from '../tracking/history';
import { Links } from '../tracking/links';
import { absentWebhookApi } from '../webhooks/absence';
import { Contacts } from './contacts';
import { Ids } from './ids';
import { Lists } from './lists';
import { seedContacts } from './seeds';
import type { SandboxOptions } from '../options';
import { SWITCHES } from './switches';
import type { Switches } from './switches';

/** Everything one Trackly account knows and does, without HTTP. */
export class Account extends BaseAccount<Switches> {
	readonly ids: Ids;
	readonly lists = new Lists();
	readonly contacts: Contacts;
	readonly offers = new Collection(SEEDED_OFFERS);
	readonly creatives = new Collection(SEEDED_CREATIVES);
	readonly audiences = new Collection(SEEDED_AUDIENCES);
	readonly schedules = new Collection(SEEDED_SCHEDULES, 'archive');
	readonly links: Links;
	readonly history: History;
	readonly lookups = new Lookups();
	readonly messages: Pipeline;
	readonly timetable: Timetable;
	override readonly switches: Switches = usualSwitches(SWITCHES);
	readonly brandTexts: boolean;
	outcomes: readonly OutcomeRule[];

	constructor(basis: AccountBasis, options: SandboxOptions) {
		const ids = new Ids(options.seed);
		super(basis, () => `wh_${ids.message()}`);
		this.ids = ids;
		this.brandTexts = options.brandTexts ?? false;
		this.outcomes = options.outcomes ?? [];
		this.contacts = new Contacts(ids);
		if (options.seedContacts ?? true) seedContacts(this.contacts, this.lists);
		this.links = new Links(ids);
		this.history = new History(ids);
		this.messages = new Pipeline(this);
		this.timetable = new Timetable(this);
	}

	override get pendingMessages(): number {
		return this.messages.pending;
	}

	override standingFault(operationId: string | undefined): Fault | undefined {
		return absentWebhookApi(this.switches.webhookApi, operationId);
	}

	/** Messages by state, and contacts. */
	override counts() {
		return { messages: this.messages.byState(), contacts: this.contacts.count };
	}

	override stop(): void {
		this.timetable.stop();
		this.messages.stop();
		super.stop();
	}
}
