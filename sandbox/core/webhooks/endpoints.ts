import type { WebhookForm } from './form';

export interface WebhookInput {
	url: string;
	/** Events to post; default all that are not optional. */
	events?: string[];
	/** Signing secret. Without one, posts are not signed, unless the vendor's dashboard makes one. */
	secret?: string;
	/** How the signature is written; default the first of the vendor's ways. */
	signatureFormat?: string;
}

export interface WebhookEndpoint {
	id: string;
	url: string;
	events: string[];
	secret?: string;
	signatureFormat: string;
	/** `paused` after several events in a row were given up. */
	status: EndpointStatus;
}

export type EndpointStatus = 'active' | 'paused';

/** The endpoints of the account, as its dashboard lists them. */
export class Endpoints {
	private readonly byId = new Map<string, WebhookEndpoint>();

	constructor(
		private readonly newId: () => string,
		private readonly form: Pick<
			WebhookForm,
			'events' | 'optionalEvents' | 'signatureFormats' | 'dashboard'
		>,
		inputs: readonly WebhookInput[] = [],
	) {
		for (const input of inputs) this.add(input);
	}

	add(input: WebhookInput): WebhookEndpoint {
		const endpoint: WebhookEndpoint = {
			id: this.newId(),
			url: input.url,
			events: input.events ?? usualEvents(this.form),
			secret: input.secret ?? this.form.dashboard?.newSecret(),
			signatureFormat: input.signatureFormat ?? this.form.signatureFormats[0],
			status: 'active',
		};
		this.byId.set(endpoint.id, endpoint);
		return endpoint;
	}

	get(id: string): WebhookEndpoint | undefined {
		return this.byId.get(id);
	}

	list(): WebhookEndpoint[] {
		return [...this.byId.values()];
	}

	remove(id: string): boolean {
		return this.byId.delete(id);
	}
}

/** The events that an endpoint gets where it names none. */
export function usualEvents({
	events,
	optionalEvents = [],
}: Pick<WebhookForm, 'events' | 'optionalEvents'>): string[] {
	return events.filter((event) => !optionalEvents.includes(event));
}
