import { job, perItem } from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { shapeOf } from '../../api/shape';
import { simple } from '../../api/simple';
import { once } from '../../fields/once';
import { one } from '../../fields/one';
import { waitingFields } from '../../fields/waiting';
import { analysisState, listPolling } from './waits';

/** What a start says, wherever it says it (contract: ContactListAnalysisResult). */
const started = shapeOf({
	id: ['list_id', 'id'],
	costCents: ['cost_cents', 'analysis.cost_cents'],
	numbersQueued: ['analysis.numbers_queued', 'numbers_queued'],
	estimatedCompletionSeconds: ['analysis.estimated_completion_seconds'],
	analysisStatus: ['analysis.status', 'analysis_status'],
});

const waiting = waitingFields(
	false,
	'Whether to wait until every number is looked up. For large lists use the event Contact List Analyzed of the Political Comms Trigger instead.',
);

/** Looks up the line type of every number of a list (contract: analyzeContactList, getContactList). */
export const analyzeContactList = job(
	perItem({
		resource: 'contactList',
		operation: 'analyze',
		name: 'Analyze',
		action: 'Analyze a contact list',
		description:
			'Costs money: look up which numbers of a list are mobile, landline, VoIP or invalid',
		fields: [one('contactListId', 'The contact list to analyze'), ...waiting],
		request: ({ contactListId }) => ({
			endpoint: endpoints.analyzeContactList,
			pathParameters: { id: contactListId },
		}),
		output: (body, { pathParameters }) => ({ list_id: pathParameters?.id, ...dataOf(body) }),
		simplify: started,
		guarded: once('analysis'),
		// A repeat while it runs is free, but after it failed it is charged again.
		isKept: true,
	}),
	{
		...listPolling,
		fields: [waiting[0]],
		stateFor: ({ waitUntilReady }) => (waitUntilReady === true ? analysisState : undefined),
		simplify: simple.contactList,
		output: dataOf,
	},
);
