import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { usedToday } from '../../projects/throughput';
import { pacificDay } from '../../projects/window';
import { Refusal } from '../../requests/refusal';
import { good, scopeOf } from '../scope';

/** contract: getCampaignThroughput */
export function getCampaignThroughput(account: Account, call: Call<unknown>) {
	const campaign = account.registry.campaign(call.params.id);
	const brand = campaign && account.registry.brandOf(campaign);
	if (campaign === undefined || brand === undefined || !scopeOf(account, call).has(brand.orgId)) {
		throw new Refusal('NOT_FOUND');
	}
	const { dailyCap, attPerMinute } = campaign;
	const used = account.switches.estimates === 'unknown' ? null : usedToday(account, campaign);
	return good({
		campaign_id: campaign.id,
		brand_id: brand.id,
		carrier_metered: dailyCap !== null || attPerMinute !== null,
		t_mobile:
			dailyCap === null
				? null
				: {
						daily_cap: dailyCap,
						used_today: used,
						remaining_today: used === null ? null : Math.max(0, dailyCap - used),
						pacific_day: pacificDay(account.clock.now()),
					},
		att: attPerMinute === null ? null : { sms_tpm: attPerMinute, mms_tpm: null },
	});
}
