import type { Account } from '../account/account';
import type { Call, Handlers } from '../../core/call';
import { addRevenue } from './past';
import type { RevenueBody } from './past';
import { eachRecord } from '../../core/records';

/** Revenue of messages (contract: recordRevenue, recordRevenueBulk). */
export const revenueHandlers: Handlers = {
	recordRevenue(account: Account, { body }: Call<RevenueBody>) {
		const { id, messageId, revenue } = addRevenue(account, body);
		return { success: true, revenue_id: id, message_id: messageId, revenue };
	},

	recordRevenueBulk(account: Account, call: Call<{ records: RevenueBody[] }>) {
		const { records } = call.body;
		let total = 0;
		const errors = eachRecord(call, records, (each) => {
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
