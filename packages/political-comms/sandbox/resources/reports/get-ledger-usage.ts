import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import type { Charge, Product } from '../../reports/ledger';
import type { DayRange } from '../../reports/range';
import { dollarsOf, groupedBy, linesOf, sum } from '../../reports/usage';
import { callerOf, good } from '../scope';
import { chargesIn } from './charges-in';

/** contract: getLedgerUsage */
export function getLedgerUsage(account: Account, call: Call<unknown>) {
	const generation = account.generation();
	const { charges, range, orgIds } = chargesIn(account, call, generation);
	if (generation === 'docs') {
		const orgId = call.query.organizationId ?? callerOf(account, call).orgId;
		return good(documentedForm(account, orgId, charges, range));
	}
	const total = dollarsOf(charges);
	const quantity = sum(charges, (charge) => charge.quantity);
	return good({
		...range.form,
		organizations: [...orgIds].map((orgId) => {
			const own = charges.filter((charge) => charge.orgId === orgId);
			return {
				organizationId: orgId,
				organizationName: account.organizations.name(orgId),
				stripeCustomerId: null,
				accountRep: null,
				tier: 1,
				usage: linesOf(own, false),
				payments: [],
				adjustments: [],
				totalUsageAmount: -dollarsOf(own),
				totalPaymentAmount: 0,
			};
		}),
		totalUsageAmount: -total,
		totalPaymentAmount: 0,
		totalQuantity: quantity,
		serviceTotals: Object.fromEntries(
			[...groupedBy(charges, ({ product }) => product)].map(([product, group]) => [
				product,
				sum(group, (charge) => charge.quantity),
			]),
		),
	});
}

/** contract: LedgerUsage in the form of the documentation page; charges are positive */
function documentedForm(
	account: Account,
	orgId: string,
	charges: readonly Charge[],
	{ form }: DayRange,
): object {
	const of = (product: Product) => charges.filter((charge) => charge.product === product);
	const texts = [...of('sms'), ...of('mms')];
	return {
		organization_id: orgId,
		organization_name: account.organizations.name(orgId),
		period: { start_date: form.startDate, end_date: form.endDate },
		totals: {
			messages_sent: sum(texts, ({ quantity }) => quantity),
			sms_charges: dollarsOf(of('sms')),
			mms_charges: dollarsOf(of('mms')),
			carrier_lookup_charges: dollarsOf(of('carrier_lookup')),
			'10dlc_charges': 0,
			total_charges: dollarsOf(charges),
		},
		by_category: [...groupedBy(charges, ({ product }) => product)].map(([category, group]) => ({
			category,
			units: sum(group, ({ quantity }) => quantity),
			amount: dollarsOf(group),
		})),
	};
}
