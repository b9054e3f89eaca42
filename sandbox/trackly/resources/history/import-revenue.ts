import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { addRevenue, requireSend } from '../past';
import type { RevenueBody } from '../past';
import { failuresOf } from '../records';
import { MAX_ERRORS } from './counts';
import { requireOffer } from './require-offer';

/** contract: RevenueImportRecord */
type RevenueRecord = RevenueBody & { offer_id: string };

/** contract: importRevenue */
export function importRevenue(account: Account, call: Call<{ records: RevenueRecord[] }>) {
	const { records } = call.body;
	let total = 0;
	const failures = failuresOf(call, records, (record) => {
		addImportedRevenue(account, record);
		total += record.revenue;
	});
	return {
		success_count: records.length - failures.length,
		error_count: failures.length,
		total_revenue: total,
		errors: failures.slice(0, MAX_ERRORS),
	};
}

function addImportedRevenue(account: Account, record: RevenueRecord): void {
	requireSend(account, record.message_id);
	requireOffer(account, record.offer_id);
	addRevenue(account, record);
}
