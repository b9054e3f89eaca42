import type { Endpoint } from '../../../../kernel';
import { contactSchema, contactUpdateSchema, unsubscribeSchema } from '../schemas/contact';

/** Contacts, by operationId. */
export const contactEndpoints = {
	upsertContact: {
		operationId: 'upsertContact',
		method: 'POST',
		path: '/contacts',
		idempotent: true,
		body: contactSchema,
	},
	upsertContactsBulk: {
		operationId: 'upsertContactsBulk',
		method: 'POST',
		path: '/contacts/bulk',
		idempotent: true,
	},
	updateContact: {
		operationId: 'updateContact',
		method: 'PUT',
		path: '/contacts',
		idempotent: true,
		body: contactUpdateSchema,
	},
	unsubscribeContact: {
		operationId: 'unsubscribeContact',
		method: 'DELETE',
		path: '/contacts',
		idempotent: true,
		body: unsubscribeSchema,
	},
	getContact: {
		operationId: 'getContact',
		method: 'GET',
		path: '/contacts/{phone_number}',
		idempotent: true,
	},
	listContacts: {
		operationId: 'listContacts',
		method: 'GET',
		path: '/contacts',
		idempotent: true,
	},
} as const satisfies Record<string, Endpoint>;
