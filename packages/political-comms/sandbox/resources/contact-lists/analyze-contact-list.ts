import { ApiResponse } from '../../../../../sandbox/core';
import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { costOf, notAnalyzed, startAnalysis } from '../../lists/analysis';
import { Refusal } from '../../requests/refusal';
import { callerOf, good, scopeOf } from '../scope';

/** contract: analyzeContactList */
export function analyzeContactList(account: Account, call: Call<unknown>) {
	const list = account.lists.find(call.params.id, scopeOf(account, call));
	if (list.import.status !== 'ready') {
		throw new Refusal(undefined, { text: 'The list is not ready', status: 409 });
	}
	if (list.analysis.status === 'processing') {
		const analysis = { status: 'processing', numbers_queued: 0 };
		return new ApiResponse(202, good({ list_id: list.id, cost_cents: 0, analysis }));
	}
	const queued = notAnalyzed(list).length;
	if (queued === 0) {
		list.analysis.status = 'complete';
		return good({ list_id: list.id, cost_cents: 0, analysis: { status: 'complete' } });
	}
	const cost = costOf(queued);
	if (cost > account.settings.balanceCents)
		throw new Refusal('INSUFFICIENT_BALANCE', { status: 402 });
	startAnalysis(account, list, callerOf(account, call).orgId);
	return new ApiResponse(202, good(startedForm(account, list.id, queued, cost)));
}

/** contract: ContactListAnalysisResult; the first SDK told neither the cost nor an estimate */
function startedForm(account: Account, id: string, queued: number, cost: number): object {
	if (account.generation() === 'docs') {
		return {
			id,
			analysis_status: 'processing',
			numbers_queued: queued,
			queued_at: account.clock.stamp(),
		};
	}
	return {
		list_id: id,
		cost_cents: cost,
		analysis: {
			status: 'processing',
			numbers_queued: queued,
			estimated_completion_seconds: account.clock.scaled(account.settings.analysisSeconds) / 1_000,
		},
	};
}
