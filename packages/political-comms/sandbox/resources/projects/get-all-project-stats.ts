import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import type { Project } from '../../projects/project';
import { recipientCount } from '../../projects/recipients';
import { countsOf } from '../../projects/stats';
import { dayRange } from '../../reports/range';
import { good, scopeOf } from '../scope';

const MAX_AGE_DAYS = 90; // contract: x-limits.project_stats_max_age_days
const DEFAULT_LIMIT = 100;

/** contract: status of getAllProjectStats, a group of states each */
const GROUPS: Record<string, ReadonlyArray<Project['status']>> = {
	draft: ['draft', 'awaiting_test'],
	active: ['scheduled', 'compiling', 'sending'],
	completed: ['completed'],
	paused: ['paused'],
};

/** contract: getAllProjectStats; by the day a project was made, as which date decides is not stated */
export function getAllProjectStats(account: Account, call: Call<unknown>) {
	const { query } = call;
	const range = dayRange(account, query, MAX_AGE_DAYS);
	const orgIds = scopeOf(account, call, query.organizationId);
	const limit = Number(query.limit ?? DEFAULT_LIMIT);
	const offset = Number(query.offset ?? 0);
	const group = GROUPS[query.status ?? 'all'];
	const found = account.projects
		.all()
		.filter(
			({ orgId, brandId, campaignId, status, createdAt }) =>
				orgIds.has(orgId) &&
				(query.brandId ?? brandId) === brandId &&
				(query.campaignId ?? campaignId) === campaignId &&
				(group === undefined || group.includes(status)) &&
				range.holds(Date.parse(createdAt)),
		);
	return good({
		projects: found.slice(offset, offset + limit).map((project) => rowOf(account, project)),
		summary: summaryOf(found),
		pagination: { limit, offset, totalCount: found.length, hasMore: offset + limit < found.length },
		dateRange: range.form,
	});
}

/** contract: ProjectStatsRow */
function rowOf(account: Account, project: Project): object {
	const counts = countsOf(account, project, false);
	const { registry, organizations } = account;
	return {
		id: project.id,
		name: project.name,
		status: project.status,
		protocol: project.protocol,
		type: 'broadcast',
		channel: project.channel,
		organization_id: project.orgId,
		brand_id: project.brandId,
		campaign_id: project.campaignId,
		total_recipients: recipientCount(account, project),
		messages_sent: counts.sent,
		messages_delivered: counts.delivered,
		messages_failed: counts.failed,
		messages_opted_out: counts.optOuts,
		replies_received: counts.replies,
		survey_responses_count: 0,
		survey_completion_count: 0,
		actual_cost: (counts.cents / 100).toFixed(4),
		total_url_clicks: counts.clicks,
		unique_url_clicks: counts.uniqueClicks,
		url_share_count: 0,
		created_at: project.createdAt,
		completed_at: project.completedAt,
		updated_at: project.updatedAt,
		organization_name: organizations.name(project.orgId),
		brand_name: registry.brand(project.brandId)?.name ?? null,
		campaign_name: registry.campaign(project.campaignId)?.name ?? null,
	};
}

function summaryOf(projects: readonly Project[]): object {
	const distinct = (values: Array<string | null>) => new Set(values.filter(Boolean)).size;
	const statusBreakdown: Record<string, number> = {};
	for (const { status } of projects) statusBreakdown[status] = (statusBreakdown[status] ?? 0) + 1;
	return {
		totalProjects: projects.length,
		organizationCount: distinct(projects.map(({ orgId }) => orgId)),
		brandCount: distinct(projects.map(({ brandId }) => brandId)),
		campaignCount: distinct(projects.map(({ campaignId }) => campaignId)),
		statusBreakdown,
		dateRange: {
			earliestProject: projects.at(0)?.createdAt ?? null,
			latestProject: projects.at(-1)?.createdAt ?? null,
		},
	};
}
