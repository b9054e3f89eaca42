import type { Account } from '../account/account';
import { ApiError } from '../error-codes';
import type { WebhookEndpoint, WebhookEventName } from '../../core/webhooks/endpoints';
import type { Call, Handlers } from '../../core/call';

/** contract: WebhookEndpointCreate */
interface CreateBody {
	url: string;
	events: WebhookEventName[];
	secret?: string;
}

/** Webhook endpoints, the provisional part of the contract; can be switched off. */
export const webhookHandlers: Handlers = {
	listWebhookEndpoints(account: Account) {
		requireRegistration(account);
		return { webhooks: account.endpoints.list().map(endpointRow) };
	},

	createWebhookEndpoint(account: Account, { body }: Call<CreateBody>) {
		requireRegistration(account);
		const secret = body.secret ?? account.ids.secret();
		const endpoint = account.endpoints.add({ url: body.url, events: body.events, secret });
		account.webhooks.ping(endpoint);
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
