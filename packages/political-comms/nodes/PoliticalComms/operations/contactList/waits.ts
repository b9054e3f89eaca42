import { type JobState, type JsonObject, valueAt } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';

/** How far an import is, in any form of a list (contract: importContactList, x-polling). */
export function importState(list: JsonObject): JobState {
	const { importStatus } = simple.contactList(list);
	if (importStatus === 'ready') return { is: 'ready' };
	return { is: importStatus === 'failed' ? 'failed' : 'pending' };
}

/** How far an analysis is, in any form of a list (contract: analyzeContactList, x-polling). */
export function analysisState(list: JsonObject): JobState {
	const { analysisStatus } = simple.contactList(list);
	if (analysisStatus === 'complete') return { is: 'ready' };
	if (analysisStatus === 'failed') return { is: 'failed' };
	const seconds = Number(
		list.estimatedCompletionSeconds ?? valueAt(list, 'analysis.estimated_completion_seconds'),
	);
	return { is: 'pending', estimate: seconds > 0 ? seconds * 1_000 : undefined };
}

/** How a list is asked for its state (contract: getContactList). */
export const listPolling = {
	poll: (list: JsonObject) => ({
		endpoint: endpoints.getContactList,
		pathParameters: { id: String(simple.contactList(list).id) },
	}),
	simplify: simple.contactList,
	identify: (list: JsonObject) => ({ listId: simple.contactList(list).id }),
};
