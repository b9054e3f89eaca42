import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { addRevenue } from '../past';
import type { RevenueBody } from '../past';

/** contract: recordRevenue */
export function recordRevenue(account: Account, { body }: Call<RevenueBody>) {
	const { id, messageId, revenue } = addRevenue(account, body);
	return { success: true, revenue_id: id, message_id: messageId, revenue };
}
