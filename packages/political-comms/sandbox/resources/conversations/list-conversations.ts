import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { pageOf } from '../../conversations/page';
import { latestOf } from '../../conversations/threads';
import { invalid } from '../../requests/refusal';
import { good, scopeOf } from '../scope';
import { threadForm } from './thread-form';

const DAY_MS = 24 * 3_600_000;
const DEFAULT_DAYS = 7;
const MAX_DAYS = 90; // contract: x-limits.conversation_lookback_days

/** contract: listConversations; latest inbound message first */
export function listConversations(account: Account, call: Call<unknown>) {
	const { query } = call;
	const now = account.clock.now();
	const since =
		query.updated_since === undefined
			? now - DEFAULT_DAYS * DAY_MS
			: Date.parse(query.updated_since);
	if (Number.isNaN(since)) throw invalid('updated_since', 'is not a date');
	if (since < now - MAX_DAYS * DAY_MS) throw invalid('updated_since', 'is more than 90 days ago');
	const orgIds = scopeOf(account, call);
	const withTests = String(query.include_test) === 'true';
	const threads = account.threads
		.list()
		.map((thread) => ({ ...thread, lastInbound: latestOf(thread, 'inbound')?.at ?? -Infinity }))
		.filter(
			({ orgId, projectId, isTest, lastInbound }) =>
				orgIds.has(orgId) &&
				(query.project_id ?? projectId) === projectId &&
				(withTests || !isTest) &&
				lastInbound >= since,
		)
		.sort((one, other) => other.lastInbound - one.lastInbound);
	const { rows, ...paging } = pageOf(threads, query);
	return good({ data: rows.map((thread) => threadForm(account, thread)), ...paging });
}
