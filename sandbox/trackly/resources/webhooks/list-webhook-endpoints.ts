import type { Account } from '../../account/account';
import { endpointRow } from './endpoint-row';
import { requireRegistration } from './require-registration';

/** contract: listWebhookEndpoints */
export function listWebhookEndpoints(account: Account) {
	requireRegistration(account);
	return { webhooks: account.endpoints.list().map(endpointRow) };
}
