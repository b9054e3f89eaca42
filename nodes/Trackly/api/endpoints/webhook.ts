import type { Endpoint } from '../../../../kernel';

/** Webhook endpoints, by operationId. Provisional: an account may not have them (contract NOTES §4). */
export const webhookEndpoints = {
	listWebhookEndpoints: {
		operationId: 'listWebhookEndpoints',
		method: 'GET',
		path: '/webhooks',
		repeat: 'safe',
	},
	createWebhookEndpoint: {
		operationId: 'createWebhookEndpoint',
		method: 'POST',
		path: '/webhooks',
		repeat: 'unsafe',
	},
	deleteWebhookEndpoint: {
		operationId: 'deleteWebhookEndpoint',
		method: 'DELETE',
		path: '/webhooks/{id}',
		repeat: 'safe',
	},
} as const satisfies Record<string, Endpoint>;
