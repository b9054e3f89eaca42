import type { Account } from '../account/account';
import { ApiError } from '../../core';
import type { Call, Handlers } from '../../core';
import { addRevenue, requireSend, timeFrom } from './past';
import type { RevenueBody } from './past';
import { failuresOf } from './records';
import type { RecordFailure } from './records';

const MAX_ERRORS = 100; // contract: x-limits.max_history_errors_returned

/** contract: SendImportRecord */
interface SendRecord {
	id: string;
	to_number: string;
	timestamp: string;
	list_number?: string;
	list_id?: number;
}
/** contract: ClickImportRecord */
interface ClickRecord {
	message_id: string;
	offer_id: string;
	phone_number: string;
	timestamp: string;
}
/** contract: RevenueImportRecord */
type RevenueRecord = RevenueBody & { offer_id: string };
/** contract: ClearHistoryRequest */
interface ClearBody {
	entities: string[];
	before_date?: string;
}

/** Past data (contract: importSends, importClicks, importRevenue, clearHistory). */
export const historyHandlers: Handlers<Account> = {
	importSends(account: Account, call: Call<{ records: SendRecord[] }>) {
		const { records } = call.body;
		let skipped = 0;
		const failures = failuresOf(call, records, (record) => {
			skipped += Number(!importSend(account, record));
		});
		return {
			...counts(records, failures, skipped),
			invalid_phones: failures.filter(({ code }) => code === 'invalid_phone').length,
			errors: failures
				.slice(0, MAX_ERRORS)
				.map((failure) => ({ ...failure, id: String(records[failure.index]?.id ?? '') })),
		};
	},

	importClicks(account: Account, call: Call<{ records: ClickRecord[] }>) {
		const { records } = call.body;
		let skipped = 0;
		const failures = failuresOf(call, records, (record) => {
			skipped += Number(!importClick(account, record));
		});
		return { ...counts(records, failures, skipped), errors: failures.slice(0, MAX_ERRORS) };
	},

	importRevenue(account: Account, call: Call<{ records: RevenueRecord[] }>) {
		const { records } = call.body;
		let total = 0;
		const failures = failuresOf(call, records, (record) => {
			importRevenue(account, record);
			total += record.revenue;
		});
		return {
			success_count: records.length - failures.length,
			error_count: failures.length,
			total_revenue: total,
			errors: failures.slice(0, MAX_ERRORS),
		};
	},

	clearHistory(account: Account, { body }: Call<ClearBody>) {
		const before = body.before_date === undefined ? undefined : timeFrom(body.before_date);
		return { success: true, cleared: account.history.clear(new Set(body.entities), before) };
	},
};

function counts(records: readonly unknown[], failures: readonly RecordFailure[], skipped: number) {
	return {
		success_count: records.length - failures.length - skipped,
		error_count: failures.length,
		duplicates_skipped: skipped,
	};
}

/** False when a message with this id exists. */
function importSend({ lists, messages, history }: Account, record: SendRecord): boolean {
	const { id, to_number: to, list_number: number, list_id: listId = NaN } = record;
	const list = number === undefined ? lists.withId(listId) : lists.withNumber(number);
	if (list === undefined) throw new ApiError('list_not_found');
	if (messages.get(id) !== undefined || history.send(id) !== undefined) return false;
	history.addSend({ id, to, list, at: timeFrom(record.timestamp) });
	return true;
}

/** False when the message has a click already. */
function importClick(account: Account, record: ClickRecord): boolean {
	const send = requireSend(account, record.message_id);
	requireOffer(account, record.offer_id);
	return account.history.addClick({
		messageId: send.id,
		offerId: record.offer_id,
		at: timeFrom(record.timestamp),
		membership: account.contacts.membership(record.phone_number, send.list),
	});
}

function importRevenue(account: Account, record: RevenueRecord): void {
	requireSend(account, record.message_id);
	requireOffer(account, record.offer_id);
	addRevenue(account, record);
}

function requireOffer({ offers }: Account, id: string): void {
	if (offers.get(id) === undefined) throw new ApiError('offer_not_found');
}
