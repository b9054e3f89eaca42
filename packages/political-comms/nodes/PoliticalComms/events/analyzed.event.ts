import { optionalIn, wordIn, type WebhookEvent } from '../../../../../kernel/trigger';
import { occurredAt } from './fields';

/** The analysis of a contact list ended (contract: receiveContactListAnalyzed). */
export const analyzed: WebhookEvent = {
	kind: 'contact_list.analyzed',
	name: 'Contact List Analyzed',
	description:
		'The analysis of a contact list ended. In Political Comms it must be switched on by itself.',
	aliases: ['analyzed'],
	fields: {
		listId: wordIn('list_id'),
		listName: optionalIn('name'),
		analysisStatus: {
			read: ({ analysis }) => {
				const state = analysis as { status?: unknown } | null | undefined;
				return typeof state?.status === 'string' ? state.status : null;
			},
			optional: true,
		},
		analyzedUrl: optionalIn('analyzed_url'),
		occurredAt,
	},
	identity: [],
};
