import { Faults } from './faults/faults';
import type { Fault } from './faults/faults';
import { Journal } from './journal/journal';
import { Phones } from './phones/phones';
import { Clock } from './timing/clock';
import { Dispatcher } from './webhooks/dispatcher';
import { Endpoints } from './webhooks/endpoints';
import type { WebhookInput } from './webhooks/endpoints';
import type { WebhookForm } from './webhooks/form';
import type { WebhookTrouble } from './webhooks/trouble';

/** What the core hands a vendor to open an account with. */
export interface AccountBasis {
	timeScale: number;
	form: WebhookForm;
	webhooks: readonly WebhookInput[];
	/** Endpoints of the account before; instead of `webhooks`. */
	endpoints?: Endpoints;
	/** Whether an operation sends texts. */
	isSend: (operationId: string) => boolean;
	/** Called when something changes that the page shows. */
	onChange: () => void;
}

/** What every account has. A vendor's account extends it with what its API knows and does. */
export abstract class BaseAccount<Switches extends object = object> {
	readonly clock: Clock;
	readonly phones: Phones;
	readonly journal: Journal;
	readonly faults: Faults;
	readonly endpoints: Endpoints;
	readonly webhooks: Dispatcher;
	abstract readonly switches: Switches;

	/** `newEndpointId` makes ids of webhook endpoints in the form of the API. */
	constructor(basis: AccountBasis, newEndpointId: () => string) {
		const { form, onChange } = basis;
		this.clock = new Clock(basis.timeScale);
		this.phones = new Phones(onChange);
		this.journal = new Journal(basis.isSend, onChange);
		this.faults = new Faults(onChange);
		this.endpoints = basis.endpoints ?? new Endpoints(newEndpointId, form, basis.webhooks);
		this.webhooks = new Dispatcher({
			endpoints: this.endpoints,
			journal: this.journal,
			clock: this.clock,
			form,
			trouble: () => this.webhookTrouble?.() ?? {},
		});
	}

	/** Texts that have not reached a final state. */
	abstract get pendingMessages(): number;

	/** Other work under way that ends by itself; a status is idle without any. */
	get pendingJobs(): number {
		return 0;
	}

	/** What the status tells of this account besides what it tells of any. */
	abstract counts(): object;

	/** The fault that a state of the account is to requests for an operation. */
	standingFault?(operationId: string | undefined): Fault | undefined;

	/** Called after somebody set the clock. */
	clockMoved?(): void;

	/** What is wrong with the posts of the account. */
	webhookTrouble?(): WebhookTrouble;

	/** Ends all timers, and all that faults hold. */
	stop(): void {
		this.webhooks.stop();
		this.faults.clear();
	}
}
