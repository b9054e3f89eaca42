import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import type { WebhookEventName } from '../../webhooks/events';
import { endpointRow } from './endpoint-row';
import { requireRegistration } from './require-registration';

/** contract: WebhookEndpointCreate */
interface CreateBody {
	url: string;
	events: WebhookEventName[];
	secret?: string;
}

/** contract: createWebhookEndpoint */
export function createWebhookEndpoint(account: Account, { body }: Call<CreateBody>) {
	requireRegistration(account);
	const secret = body.secret ?? account.ids.secret();
	const endpoint = account.endpoints.add({ url: body.url, events: body.events, secret });
	// Tries it out, once (ours; the contract has no such event).
	const ping = { event: 'ping', timestamp: account.clock.stamp() };
	account.webhooks.postOnce(endpoint, ping.event, ping);
	return { ...endpointRow(endpoint), secret };
}
