import type { Account } from '../account/account';
import type { Contact } from '../lists/contact-list';
import { carrierOf } from '../lists/phone';
import type { Project } from './project';
import { audienceOf, centsOf } from './recipients';
import { sendText } from './send';
import { isInWindow, pacificDay, zoneOfMost } from './window';

/** contract: Project.pause_reason; people can write others */
export type PauseReason =
	| 'brand_daily_cap'
	| 'quiet_hours'
	| 'carrier_block_rate'
	| 'unregistered_campaign'
	| 'provider_error'
	| 'insufficient_funds_auto_recharge_failed'
	| 'insufficient_funds_ancestor'
	| 'shared_phone_revoked'
	| 'phone_released'
	| 'organization_deleted'
	| 'manual';

/** The send of one project, on the clock that its texts would be sent by without scaling. */
interface Run {
	left: Contact[];
	zone: string | undefined;
	/** Milliseconds; a second more with each tick. */
	nominalNow: number;
}

/** Sends a scheduled project when its moment has come; at once when that is past. */
export function start(account: Account, project: Project): void {
	const { clock, starts } = account;
	const wait = Date.parse(project.scheduledAt ?? '') - clock.now();
	if (wait <= 0) return compile(account, project);
	starts.plan(project.id, clock.scaled(wait / 1_000), () => compile(account, project));
}

/** Stops a project wherever it is. */
export function stop(account: Account, project: Project): void {
	account.starts.cancel(project.id);
	account.jobs.cancel(jobOf(project));
}

/** Pauses a project; only the next schedule call goes on with it. */
export function pause(account: Account, project: Project, reason: PauseReason | string): void {
	stop(account, project);
	project.status = 'paused';
	project.pauseReason = reason;
	project.autoPaused = reason !== 'manual';
	project.updatedAt = account.clock.stamp();
}

function compile(account: Account, project: Project): void {
	const { clock, settings, jobs } = account;
	project.status = 'compiling';
	jobs.plan(jobOf(project), clock.scaled(settings.compileSeconds), () => {
		const contacts = audienceOf(account, project);
		project.audience = [
			...project.sentTo,
			...contacts.map(({ phone }) => phone).filter((phone) => !project.sentTo.has(phone)),
		];
		project.status = 'sending';
		tick(account, project, {
			left: contacts.filter(({ phone }) => !project.sentTo.has(phone)),
			zone: zoneOfMost(project.audience),
			nominalNow:
				Math.max(Date.parse(project.scheduledAt ?? ''), clock.now()) +
				settings.compileSeconds * 1_000,
		});
	});
}

/** What is sent in one second. */
function tick(account: Account, project: Project, run: Run): void {
	const { clock, settings, switches, jobs } = account;
	const batch = run.left.splice(0, settings.textsPerSecond);
	if (batch.length > 0 && switches.quietHours && !isInWindow(run.nominalNow, run.zone)) {
		return pause(account, project, 'quiet_hours');
	}
	for (const contact of batch) {
		if (account.isOptedOut(project.orgId, contact.phone)) continue;
		const reason = reasonToPause(account, project, contact, run.nominalNow);
		if (reason !== undefined) return pause(account, project, reason);
		sendText(account, project, { ...contact, values: contact.fields, isTest: false });
		project.sentTo.add(contact.phone);
	}
	run.nominalNow += 1_000;
	if (run.left.length > 0) {
		return jobs.plan(jobOf(project), clock.scaled(1), () => tick(account, project, run));
	}
	jobs.plan(jobOf(project), clock.scaled(settings.deliverySeconds), () => {
		project.status = 'completed';
		project.completedAt = project.updatedAt = clock.stamp();
	});
}

function reasonToPause(
	account: Account,
	project: Project,
	{ phone }: Contact,
	now: number,
): PauseReason | undefined {
	if (account.settings.balanceCents < centsOf(project)) {
		return 'insufficient_funds_auto_recharge_failed';
	}
	const campaign = account.registry.campaign(project.campaignId);
	if (campaign === undefined || campaign.dailyCap === null || carrierOf(phone) !== 'T-Mobile') {
		return undefined;
	}
	const day = `${campaign.id} ${pacificDay(now)}`;
	const used = account.projects.usedCap.get(day) ?? 0;
	if (used >= campaign.dailyCap && !project.dailyCapBypass) return 'brand_daily_cap';
	account.projects.usedCap.set(day, used + 1);
	return undefined;
}

const jobOf = ({ id }: Project) => `send ${id}`;
