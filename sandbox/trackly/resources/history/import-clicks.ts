import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { requireSend, timeFrom } from '../past';
import { failuresOf } from '../records';
import { MAX_ERRORS, counts } from './counts';
import { requireOffer } from './require-offer';

/** contract: ClickImportRecord */
interface ClickRecord {
	message_id: string;
	offer_id: string;
	phone_number: string;
	timestamp: string;
}

/** contract: importClicks */
export function importClicks(account: Account, call: Call<{ records: ClickRecord[] }>) {
	const { records } = call.body;
	let skipped = 0;
	const failures = failuresOf(call, records, (record) => {
		skipped += Number(!addClick(account, record));
	});
	return { ...counts(records, failures, skipped), errors: failures.slice(0, MAX_ERRORS) };
}

/** False when the message has a click already. */
function addClick(account: Account, record: ClickRecord): boolean {
	const send = requireSend(account, record.message_id);
	requireOffer(account, record.offer_id);
	return account.history.addClick({
		messageId: send.id,
		offerId: record.offer_id,
		at: timeFrom(record.timestamp),
		membership: account.contacts.membership(record.phone_number, send.list),
	});
}
