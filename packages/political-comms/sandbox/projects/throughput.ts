import type { Account } from '../account/account';
import { carrierOf } from '../lists/phone';
import type { Carrier } from '../lists/phone';
import type { Campaign } from '../seed/brands';
import type { Project } from './project';
import { audienceOf } from './recipients';
import { pacificDay } from './window';

/** Texts of a campaign to T-Mobile so far on this Pacific day. */
export function usedToday({ projects, clock }: Account, { id }: Campaign): number {
	return projects.usedCap.get(`${id} ${pacificDay(clock.now())}`) ?? 0;
}

/** contract: ProjectThroughput; carriers are known of analysed numbers only */
export function throughputOf(account: Account, project: Project): object {
	const campaign = account.registry.campaign(project.campaignId);
	const { dailyCap = null, attPerMinute = null } = campaign ?? {};
	if (campaign === undefined || (dailyCap === null && attPerMinute === null)) {
		return { project_id: project.id, carrier_metered: false, t_mobile: null, att: null };
	}
	const audience = audienceOf(account, project);
	const isKnown = account.switches.estimates === 'ready';
	const share = (carrier: Carrier) =>
		audience.filter(({ phone }) => carrierOf(phone) === carrier).length;
	const analyzed = audience.filter(({ isAnalyzed }) => isAnalyzed).length;
	return {
		project_id: project.id,
		carrier_metered: true,
		t_mobile:
			dailyCap === null
				? null
				: tMobile(
						dailyCap,
						isKnown ? usedToday(account, campaign) : null,
						share('T-Mobile'),
						project,
					),
		att:
			attPerMinute === null
				? null
				: {
						tpm: attPerMinute,
						estimated_recipients: share('AT&T'),
						estimated_minutes: Math.ceil(share('AT&T') / attPerMinute),
					},
		recipients: audience.length,
		carrier_coverage: audience.length === 0 ? 0 : analyzed / audience.length,
	};
}

function tMobile(
	cap: number,
	used: number | null,
	recipients: number,
	{ dailyCapBypass }: Project,
) {
	const remaining = used === null ? null : Math.max(0, cap - used);
	return {
		daily_cap: cap,
		used_today: used,
		remaining_today: remaining,
		estimated_recipients: recipients,
		will_pause: remaining !== null && recipients > remaining && !dailyCapBypass,
		estimated_send_days: Math.max(1, Math.ceil(recipients / cap)),
	};
}
