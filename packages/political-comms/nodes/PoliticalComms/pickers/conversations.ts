import { type JsonValue, type Picker, valueAt } from '../../../../../kernel';
import { endpoints } from '../api/endpoints';
import { conversationRows } from '../api/rows';
import { entry, unless } from './entry';

/** Threads of the last 7 days by the end of the contact's number, e.g. "…0117 – replied 2026-10-20 15:04". */
export const conversations: Picker = {
	endpoint: endpoints.listConversations,
	rows: conversationRows,
	option(row) {
		const { conversation_id: id, last_inbound_at: replied, status } = row;
		return entry({ id }, endOf(valueAt(row, 'contact.phone_number')), [
			typeof replied === 'string' && `replied ${replied.slice(0, 16).replace('T', ' ')}`,
			unless('active', status),
		]);
	},
};

function endOf(number: JsonValue | undefined): string | undefined {
	return typeof number === 'string' && number.length > 4 ? `…${number.slice(-4)}` : undefined;
}
