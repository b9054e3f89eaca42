import { job, onlyOptionsField, perItem, waitFieldsShown } from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { one } from '../../fields/one';
import { analysisState, importState, listPolling } from './waits';

const waitUntilField = onlyOptionsField('waitUntil', {
	displayName: 'Wait Until',
	default: 'now',
	options: [
		{ name: 'Analysis Complete', value: 'analysisComplete' },
		{ name: 'Do Not Wait', value: 'now' },
		{ name: 'Import Ready', value: 'importReady' },
	],
	description: 'Whether to wait until the list is in a state, e.g. after an earlier import',
});

const GOALS = { analysisComplete: analysisState, importReady: importState } as const;

/** A list with the state of its import and analysis (contract: getContactList). */
export const getContactList = job(
	perItem({
		resource: 'contactList',
		operation: 'get',
		name: 'Get',
		action: 'Get a contact list',
		description:
			'Get a contact list with its counts, import and analysis, if need be once it is ready',
		fields: [
			one('contactListId', 'The contact list to get'),
			waitUntilField,
			...waitFieldsShown({ waitUntil: Object.keys(GOALS) }),
		],
		request: ({ contactListId }) => ({
			endpoint: endpoints.getContactList,
			pathParameters: { id: contactListId },
		}),
		output: dataOf,
		simplify: simple.contactList,
	}),
	{
		...listPolling,
		fields: [waitUntilField],
		stateFor: ({ waitUntil }) => GOALS[waitUntil as keyof typeof GOALS],
		output: dataOf,
	},
);
