import type { Account } from '../account/account';
import { ApiError } from '../../core';
import type { WebhookEndpoint } from '../../core';
import type { WebhookEventName } from '../webhooks/events';
import type { Call, Handlers } from '../../core';

/** contract: WebhookEndpointCreate */
interface CreateBody {
	url: string;
	events: WebhookEventName[];
	secret?: string;
}

/** Webhook endpoints, the provisional part of the contract; can be switched off. */
export const webhookHandlers: Handlers<Account> = {
	listWebhookEndpoints(account: Account) {
		requireRegistration(account);
		return { webhooks: account.endpoints.list().map(endpointRow) };
	},

	createWebhookEndpoint(account: Account, { body }: Call<CreateBody>) {
		requireRegistration(account);
		const secret = body.secret ?? account.ids.secret();
		const endpoint = account.endpoints.add({ url: body.url, events: body.events, secret });
		// Tries it out, once (ours; the contract has no such event).
		const ping = { event: 'ping', timestamp: account.clock.stamp() };
		account.webhooks.postOnce(endpoint, ping.event, ping);
		return { ...endpointRow(endpoint), secret };
	},

	getWebhookEndpoint(account: Account, { params }: Call<unknown>) {
		requireRegistration(account);
		const endpoint = account.endpoints.get(params.id);
		if (endpoint === undefined) throw new ApiError('not_found');
		return endpointRow(endpoint);
	},

	deleteWebhookEndpoint(account: Account, { params }: Call<unknown>) {
		requireRegistration(account);
		if (!account.endpoints.remove(params.id)) throw new ApiError('not_found');
		return { success: true, deleted: true };
	},
};

function requireRegistration({ switches }: Account): void {
	if (!switches.registration) throw new ApiError('not_found', 'No such endpoint', 404);
}

/** contract: WebhookEndpoint, without the secret */
function endpointRow({ id, url, events, status }: WebhookEndpoint) {
	return { id, url, events, status };
}
