import type { Endpoint } from '../../../../kernel';

/** Webhook endpoints, by operationId. Provisional: an account may not have them (contract NOTES §4). */
export const webhookEndpoints = {
	listWebhookEndpoints: {
		operationId: 'listWebhookEndpoints',
		method: 'GET',
		path: '/webhooks',
		idempotent: true,
	},
	createWebhookEndpoint: {
		operationId: 'createWebhookEndpoint',
		method: 'POST',
		path: '/webhooks',
		idempotent: false,
	},
	deleteWebhookEndpoint: {
		operationId: 'deleteWebhookEndpoint',
		method: 'DELETE',
		path: '/webhooks/{id}',
		idempotent: true,
	},
} as const satisfies Record<string, Endpoint>;
