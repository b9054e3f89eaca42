import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { throughputOf } from '../../projects/throughput';
import { Refusal } from '../../requests/refusal';
import { good, scopeOf } from '../scope';

/** contract: getProjectThroughput */
export function getProjectThroughput(account: Account, call: Call<unknown>) {
	const project = account.projects.find(call.params.id, scopeOf(account, call));
	if (account.switches.estimates === 'late') {
		throw new Refusal('CARRIER_ESTIMATE_TIMEOUT', { status: 503 });
	}
	return good(throughputOf(account, project));
}
