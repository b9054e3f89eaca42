import { ApiError } from '../../../core';
import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { requireRegistration } from './require-registration';

/** contract: deleteWebhookEndpoint */
export function deleteWebhookEndpoint(account: Account, { params }: Call<unknown>) {
	requireRegistration(account);
	if (!account.endpoints.remove(params.id)) throw new ApiError('not_found');
	return { success: true, deleted: true };
}
