import type { Handlers } from '../../../core';
import type { Account } from '../../account/account';
import { createWebhookEndpoint } from './create-webhook-endpoint';
import { deleteWebhookEndpoint } from './delete-webhook-endpoint';
import { getWebhookEndpoint } from './get-webhook-endpoint';
import { listWebhookEndpoints } from './list-webhook-endpoints';

/** Webhook endpoints, the provisional part of the contract; can be switched off. */
export const webhookHandlers: Handlers<Account> = {
	listWebhookEndpoints,
	createWebhookEndpoint,
	getWebhookEndpoint,
	deleteWebhookEndpoint,
};
