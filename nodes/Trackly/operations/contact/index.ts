import type { Resource } from '../../../../kernel';
import { getContact } from './get.operation';
import { getContacts } from './getAll.operation';
import { unsubscribeContact } from './unsubscribe.operation';
import { updateContact } from './update.operation';
import { upsertContact } from './upsert.operation';
import { upsertContacts } from './upsertMany.operation';

/** Operations on a contact, in the editor's order (alphabetical, as n8n wants it). */
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
