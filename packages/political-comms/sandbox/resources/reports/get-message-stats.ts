import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import type { Message, MessageStatus } from '../../messages/message';
import { isOptOut } from '../../phones/opt-out-words';
import { dayOf, dayRange } from '../../reports/range';
import type { DayRange } from '../../reports/range';
import { groupedBy, sum } from '../../reports/usage';
import { good, scopeOf } from '../scope';
import { MAX_AGE_DAYS } from './charges-in';

/** contract: getMessageStats, without test sends */
export function getMessageStats(account: Account, call: Call<unknown>) {
	const { query } = call;
	const generation = account.generation();
	const range = dayRange(account, query, MAX_AGE_DAYS[generation]);
	const orgIds = scopeOf(account, call, query.organizationId);
	const messages = account.messages.list().filter(({ at, projectId, threadId }) => {
		const project = account.projects.get(projectId);
		return (
			project !== undefined &&
			account.threads.get(threadId)?.isTest === false &&
			orgIds.has(project.orgId) &&
			(query.brandId ?? project.brandId) === project.brandId &&
			(query.campaignId ?? project.campaignId) === project.campaignId &&
			range.holds(at)
		);
	});
	return good(generation === 'docs' ? documentedForm(messages) : sdkForm(account, messages, range));
}

/** contract: form of the documentation page */
function documentedForm(messages: readonly Message[]): object {
	return {
		totals: countsOf(messages),
		daily: [...groupedBy(messages, ({ at }) => dayOf(at))].map(([date, group]) => ({
			date,
			...countsOf(group),
		})),
	};
}

function countsOf(messages: readonly Message[]) {
	const count = (is: (message: Message) => boolean) => messages.filter(is).length;
	return {
		sent: count(({ direction }) => direction === 'outbound'),
		delivered: count(({ status }) => status === 'delivered'),
		undeliverable: count(({ status }) => status === 'failed'),
		replies: count(({ direction }) => direction === 'inbound'),
		opt_outs: count(({ direction, text }) => direction === 'inbound' && isOptOut(text)),
	};
}

/** contract: form of the SDK */
function sdkForm(account: Account, messages: readonly Message[], { form }: DayRange): object {
	const buckets = [...groupedBy(messages, ({ status }) => status)];
	const counts = Object.fromEntries(buckets.map(([status, group]) => [status, group.length]));
	const sent = messages.filter(({ direction }) => direction === 'outbound').length;
	const projects = new Set(messages.map(({ projectId }) => projectId));
	const { delivered = 0, failed = 0 } = counts;
	const rate = (part: number) => (sent === 0 ? 0 : Math.round((part / sent) * 1_000) / 10);
	return {
		totals: Object.fromEntries(buckets.map(([status, group]) => [status, bucketOf(group)])),
		summary: {
			totalMessages: messages.length,
			statusBreakdown: counts,
			totalCost: costOf(messages),
			projectCount: projects.size,
			organizationCount: new Set([...projects].map((id) => account.projects.get(id)?.orgId)).size,
		},
		deliveryRates: {
			totalMessages: sent,
			deliveredCount: delivered,
			failedCount: failed,
			successfulCount: delivered,
			deliveryRate: rate(delivered),
			failureRate: rate(failed),
			successRate: rate(delivered),
		},
		byDay: [...groupedBy(messages, ({ at, status }) => `${dayOf(at)} ${status}`)]
			.map(([key, group]) => {
				const [date, status] = key.split(' ') as [string, MessageStatus];
				return { date, status, ...bucketOf(group) };
			})
			.sort((one, other) => other.date.localeCompare(one.date)),
		dateRange: form,
	};
}

const bucketOf = (messages: readonly Message[]) => ({
	count: messages.length,
	totalCost: costOf(messages),
});

/** Dollars, for what was delivered. */
function costOf(messages: readonly Message[]): number {
	const delivered = messages.filter(({ status }) => status === 'delivered');
	return sum(delivered, ({ bill }) => bill?.cents ?? 0) / 100;
}
