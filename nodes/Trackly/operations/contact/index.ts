import type { Resource } from '../../../../kernel/n8n/describe';
import { getContact } from './get';
import { getContacts } from './getAll';
import { unsubscribeContact } from './unsubscribe';
import { updateContact } from './update';
import { upsertContact } from './upsert';
import { upsertContacts } from './upsertMany';

/** What can be done about a contact, in the editor's order (alphabetical, as n8n wants it). */
export const contactResource: Resource = {
	value: 'contact',
	name: 'Contact',
	defaultOperation: upsertContact,
	operations: [
		upsertContact,
		upsertContacts,
		getContact,
		getContacts,
		unsubscribeContact,
		updateContact,
	],
};
