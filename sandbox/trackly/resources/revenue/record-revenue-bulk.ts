import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { addRevenue } from '../past';
import type { RevenueBody } from '../past';
import { failuresOf } from '../records';

/** contract: recordRevenueBulk */
export function recordRevenueBulk(account: Account, call: Call<{ records: RevenueBody[] }>) {
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
}
