import type { Account } from '../account/account';
import type { Call, Handlers } from '../../core';
import { addRevenue } from './past';
import type { RevenueBody } from './past';
import { failuresOf } from './records';

/** Revenue of messages (contract: recordRevenue, recordRevenueBulk). */
export const revenueHandlers: Handlers<Account> = {
	recordRevenue(account: Account, { body }: Call<RevenueBody>) {
		const { id, messageId, revenue } = addRevenue(account, body);
		return { success: true, revenue_id: id, message_id: messageId, revenue };
	},

	recordRevenueBulk(account: Account, call: Call<{ records: RevenueBody[] }>) {
		const { records } = call.body;
		let total = 0;
		const errors = failuresOf(call, records, (each) => {
			total += addRevenue(account, each).revenue;
		});
		return {
			success_count: records.length - errors.length,
			error_count: errors.length,
			total_revenue: total,
			errors,
		};
	},
};
