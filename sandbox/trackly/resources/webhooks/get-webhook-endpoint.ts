import { ApiError } from '../../../core';
import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { endpointRow } from './endpoint-row';
import { requireRegistration } from './require-registration';

/** contract: getWebhookEndpoint */
export function getWebhookEndpoint(account: Account, { params }: Call<unknown>) {
	requireRegistration(account);
	const endpoint = account.endpoints.get(params.id);
	if (endpoint === undefined) throw new ApiError('not_found');
	return endpointRow(endpoint);
}
