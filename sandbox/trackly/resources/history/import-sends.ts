import { ApiError } from '../../../core';
import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { timeFrom } from '../past';
import { failuresOf } from '../records';
import { MAX_ERRORS, counts } from './counts';

/** contract: SendImportRecord */
interface SendRecord {
	id: string;
	to_number: string;
	timestamp: string;
	list_number?: string;
	list_id?: number;
}

/** contract: importSends */
export function importSends(account: Account, call: Call<{ records: SendRecord[] }>) {
	const { records } = call.body;
	let skipped = 0;
	const failures = failuresOf(call, records, (record) => {
		skipped += Number(!addSend(account, record));
	});
	return {
		...counts(records, failures, skipped),
		invalid_phones: failures.filter(({ code }) => code === 'invalid_phone').length,
		errors: failures
			.slice(0, MAX_ERRORS)
			.map((failure) => ({ ...failure, id: String(records[failure.index]?.id ?? '') })),
	};
}

/** False when a message with this id exists. */
function addSend({ lists, messages, history }: Account, record: SendRecord): boolean {
	const { id, to_number: to, list_number: number, list_id: listId = NaN } = record;
	const list = number === undefined ? lists.withId(listId) : lists.withNumber(number);
	if (list === undefined) throw new ApiError('list_not_found');
	if (messages.get(id) !== undefined || history.send(id) !== undefined) return false;
	history.addSend({ id, to, list, at: timeFrom(record.timestamp) });
	return true;
}
