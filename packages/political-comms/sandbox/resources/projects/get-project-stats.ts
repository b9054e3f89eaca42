import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { countsOf } from '../../projects/stats';
import type { Counts } from '../../projects/stats';
import { good, scopeOf } from '../scope';

/** contract: getProjectStats */
export function getProjectStats(account: Account, call: Call<unknown>) {
	const project = account.projects.find(call.params.id, scopeOf(account, call));
	const counts = countsOf(account, project, false);
	if (account.generation() === 'docs') return good(firstForm(project.id, counts));
	const test = countsOf(account, project, true);
	return good({
		project_id: project.id,
		status: project.status,
		as_of: account.clock.stamp(),
		metrics: {
			sent: counts.sent,
			delivered: counts.delivered,
			undeliverable: counts.failed,
			clicks_total: counts.clicks,
			clicks_unique: counts.uniqueClicks,
			replies: counts.replies,
			opt_outs: counts.optOuts,
		},
		test: {
			sent: test.waiting, // contract: only those still waiting for an outcome
			delivered: test.delivered,
			failed: test.failed,
			replies: test.replies,
			clicks_total: test.clicks,
			clicks_unique: test.uniqueClicks,
		},
	});
}

/** contract: form of the first SDK, without test sends */
function firstForm(id: string, counts: Counts): object {
	const rate = (part: number) =>
		counts.sent === 0 ? 0 : Math.round((part / counts.sent) * 1_000) / 10;
	return {
		project_id: id,
		sent: counts.sent,
		delivered: counts.delivered,
		undeliverable: counts.failed,
		replies: counts.replies,
		opt_outs: counts.optOuts,
		clicks: counts.clicks,
		unique_clicks: counts.uniqueClicks,
		delivery_rate: rate(counts.delivered),
		reply_rate: rate(counts.replies),
		click_rate: rate(counts.uniqueClicks),
	};
}
