import type { WebhookEndpoint } from '../../../core';

/** contract: WebhookEndpoint, without the secret */
export function endpointRow({ id, url, events, status }: WebhookEndpoint) {
	return { id, url, events, status };
}
