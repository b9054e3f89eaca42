import type { JsonObject, Picker } from '../../../../../kernel';
import { endpoints } from '../api/endpoints';
import { senderRows } from '../api/rows';
import { isApproved, senderOf } from '../api/sender';

/**
 * Sender names: the account's own that are approved, then shared ones, then those that cannot send yet, e.g.
 * "TEAHOUSE-VIP – pending".
 */
export const senders: Picker = {
	endpoint: endpoints.listSenders,
	rows: senderRows(),
	option(row) {
		const sender = senderOf(row);
		const { name, status } = sender;
		if (typeof name !== 'string' || name === '') return undefined;
		const facts = [
			isShared(sender) && 'shared',
			!isApproved(sender) && (status ?? 'state unknown'),
		];
		const known = facts.filter((fact) => fact).join(', ');
		return { name: [name, known].filter((part) => part).join(' – '), value: name };
	},
	rank(row) {
		const sender = senderOf(row);
		if (!isApproved(sender)) return 2;
		return isShared(sender) ? 1 : 0;
	},
};

function isShared({ shared }: JsonObject): boolean {
	return shared === true;
}
