import { optionalIn, wordIn, type WebhookEvent } from '../../../../../kernel/trigger';
import { occurredAt, ofMessage, outbound } from './fields';

/** A recipient opened a tracked link (contract: receiveLinkClicked). */
export const clicked: WebhookEvent = {
	kind: 'link.clicked',
	name: 'Link Clicked',
	description: 'A recipient opened a tracked link. Each click counts, also a second one.',
	aliases: ['clicked'],
	fields: {
		occurredAt,
		...ofMessage,
		messageId: wordIn('message_id'),
		contactNumber: outbound.contactNumber,
		url: optionalIn('url'),
	},
	identity: [],
};
