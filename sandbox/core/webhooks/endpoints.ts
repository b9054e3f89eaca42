import type { Ids } from '../../trackly/account/ids';
import type { SignatureFormat } from '../../trackly/webhooks/signature';

export type { SignatureFormat } from '../../trackly/webhooks/signature';

export const WEBHOOK_EVENTS = ['delivery', 'unsubscribe', 'reply'] as const;
export type WebhookEventName = (typeof WEBHOOK_EVENTS)[number];

export interface WebhookInput {
	url: string;
	/** Events to post; default all. */
	events?: WebhookEventName[];
	/** Signing secret; without one, posts are not signed. */
	secret?: string;
	/** How the signature is written; default `hex`. */
	signatureFormat?: SignatureFormat;
}

export interface WebhookEndpoint {
	id: string;
	url: string;
	events: WebhookEventName[];
	secret?: string;
	signatureFormat: SignatureFormat;
	/** `paused` after several events in a row were given up. */
	status: EndpointStatus;
}

export type EndpointStatus = 'active' | 'paused';

/** The endpoints of the account, as in Settings > Webhooks. */
export class Endpoints {
	private readonly byId = new Map<string, WebhookEndpoint>();

	constructor(
		private readonly ids: Ids,
		inputs: readonly WebhookInput[] = [],
	) {
		for (const input of inputs) this.add(input);
	}

	add(input: WebhookInput): WebhookEndpoint {
		const endpoint: WebhookEndpoint = {
			id: `wh_${this.ids.message()}`,
			url: input.url,
			events: input.events ?? [...WEBHOOK_EVENTS],
			secret: input.secret,
			signatureFormat: input.signatureFormat ?? 'hex',
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
