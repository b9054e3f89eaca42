import { Timetable } from '../campaigns/timetable';
import { SEEDED_AUDIENCES } from '../catalogue/audiences';
import { SEEDED_CREATIVES } from '../catalogue/creatives';
import { SEEDED_OFFERS } from '../catalogue/offers';
import { SEEDED_SCHEDULES } from '../catalogue/schedules';
import { Shelf } from '../catalogue/collection';
import { Faults } from '../../core/faults/faults';
import { Journal } from '../../core/journal/journal';
import type { OutcomeRule } from '../messages/outcomes';
import { Pipeline } from '../messages/pipeline';
import { LookUps } from '../phones/lookups';
import { Phones } from '../../core/phones/phones';
import { History } from '../tracking/history';
import { Links } from '../tracking/links';
import { Clock } from '../../core/timing/clock';
import { Dispatcher } from '../../core/webhooks/dispatcher';
import { Endpoints } from '../../core/webhooks/endpoints';
import type { WebhookInput } from '../../core/webhooks/endpoints';
import { Contacts } from './contacts';
import { Ids } from './ids';
import { Lists } from './lists';
import { seedContacts } from './seeds';
import { INITIAL_SWITCHES } from './switches';
import type { Switches } from './switches';

export interface AccountOptions {
	timeScale: number;
	webhooks: readonly WebhookInput[];
	/** Endpoints of an account before; instead of `webhooks`. */
	endpoints?: Endpoints;
	seedContacts: boolean;
	seed?: string;
	brandTexts: boolean;
	outcomes: readonly OutcomeRule[];
	/** Called when something changes that the phones' page shows. */
	onChange: () => void;
}

/** Everything one Trackly account knows and does, without HTTP. */
export class Account {
	readonly clock: Clock;
	readonly ids: Ids;
	readonly lists = new Lists();
	readonly contacts: Contacts;
	readonly offers = new Shelf(SEEDED_OFFERS);
	readonly creatives = new Shelf(SEEDED_CREATIVES);
	readonly audiences = new Shelf(SEEDED_AUDIENCES);
	readonly schedules = new Shelf(SEEDED_SCHEDULES, 'archive');
	readonly links: Links;
	readonly history: History;
	readonly phones: Phones;
	readonly lookUps = new LookUps();
	readonly journal: Journal;
	readonly faults: Faults;
	readonly endpoints: Endpoints;
	readonly webhooks: Dispatcher;
	readonly messages: Pipeline;
	readonly timetable: Timetable;
	readonly switches: Switches = { ...INITIAL_SWITCHES };
	readonly brandTexts: boolean;
	outcomes: readonly OutcomeRule[];

	constructor(options: AccountOptions) {
		this.clock = new Clock(options.timeScale);
		this.ids = new Ids(options.seed);
		this.brandTexts = options.brandTexts;
		this.outcomes = options.outcomes;
		this.contacts = new Contacts(this.ids);
		if (options.seedContacts) seedContacts(this.contacts, this.lists);
		this.links = new Links(this.ids);
		this.history = new History(this.ids);
		this.phones = new Phones(options.onChange);
		this.journal = new Journal(options.onChange);
		this.faults = new Faults(options.onChange);
		this.endpoints = options.endpoints ?? new Endpoints(this.ids, options.webhooks);
		this.webhooks = new Dispatcher(this.endpoints, this.journal, this.clock);
		this.messages = new Pipeline(this);
		this.timetable = new Timetable(this);
	}

	stop(): void {
		this.timetable.stop();
		this.messages.stop();
		this.webhooks.stop();
	}
}
