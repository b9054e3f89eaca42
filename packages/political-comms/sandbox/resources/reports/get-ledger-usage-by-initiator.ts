import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { dollarsOf, groupedBy, linesOf, sum } from '../../reports/usage';
import { good } from '../scope';
import { chargesIn } from './charges-in';

/** contract: getLedgerUsageByInitiator, in the form of the SDK or of the documentation page */
export function getLedgerUsageByInitiator(account: Account, call: Call<unknown>) {
	const generation = account.generation();
	const { charges, range } = chargesIn(account, call, generation);
	const initiators = [...groupedBy(charges, ({ initiatorId }) => initiatorId)].map(
		([id, group]) => ({
			id,
			name: account.organizations.name(id),
			group,
			quantity: sum(group, ({ quantity }) => quantity),
		}),
	);
	if (generation === 'docs') {
		return good({
			period: { start_date: range.form.startDate, end_date: range.form.endDate },
			by_initiator: initiators.map(({ id, name, group, quantity }) => ({
				initiator_org_id: id,
				initiator_org_name: name,
				messages_sent: quantity,
				total_charges: dollarsOf(group),
			})),
		});
	}
	return good({
		...range.form,
		initiators: initiators.map(({ id, name, group, quantity }) => ({
			initiatingOrganizationId: id,
			initiatingOrganizationName: name,
			usage: linesOf(group, true),
			totalAmount: -dollarsOf(group),
			totalQuantity: quantity,
			transactionCount: group.length,
		})),
		totalAmount: -dollarsOf(charges),
		totalQuantity: sum(charges, ({ quantity }) => quantity),
		totalTransactionCount: charges.length,
	});
}
