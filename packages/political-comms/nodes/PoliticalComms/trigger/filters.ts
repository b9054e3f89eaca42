import { type EventFilter, phoneFilter, wordFilter } from '../../../../../kernel/trigger';

const OF_MESSAGES = [
	'link.clicked',
	'message.delivered',
	'message.failed',
	'message.replied',
	'message.sent',
];

/** What an event must have to start the workflow; a filter that is not set lets everything pass. */
export const filters: readonly EventFilter[] = [
	phoneFilter({
		property: {
			displayName: 'Contacts',
			name: 'contacts',
			type: 'string',
			default: '',
			placeholder: 'e.g. +12025550117',
			description:
				'Only events of these contacts: their phone numbers with country code, separated by commas, or a list given by an expression. Empty means all.',
		},
		field: 'contactNumber',
		kinds: OF_MESSAGES,
	}),
	wordFilter({
		property: {
			displayName: 'Project Names or IDs',
			name: 'projects',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getProjectOptions' },
			default: [],
			description:
				'Only events of these projects. None picked means all. An event that names no project gets through. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		field: 'projectId',
		kinds: OF_MESSAGES,
	}),
];
