import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import type { Charge } from '../../reports/ledger';
import { dayRange } from '../../reports/range';
import type { DayRange } from '../../reports/range';
import { scopeOf } from '../scope';

/** contract: x-limits.message_stats_and_ledger_max_age_days; the error page says 90 */
export const MAX_AGE_DAYS = { docs: 90, sdk: 180 };

/** The charges that a ledger call is about. */
export function chargesIn(
	account: Account,
	call: Call<unknown>,
	generation: 'docs' | 'sdk',
): { charges: Charge[]; range: DayRange; orgIds: Set<string> } {
	const { query } = call;
	const range = dayRange(account, query, MAX_AGE_DAYS[generation]);
	const orgIds = scopeOf(account, call, query.organizationId);
	const charges = account.ledger.charges.filter(
		({ at, orgId, brandId, campaignId }) =>
			range.holds(at) &&
			orgIds.has(orgId) &&
			(query.brandId ?? brandId) === brandId &&
			(query.campaignId ?? campaignId) === campaignId,
	);
	return { charges, range, orgIds };
}
