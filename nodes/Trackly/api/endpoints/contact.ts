import type { Endpoint } from '../../../../kernel';
import { contactSchema, contactUpdateSchema, unsubscribeSchema } from '../schemas/contact';

/** Contacts, by operationId. */
export const contactEndpoints = {
	upsertContact: {
		operationId: 'upsertContact',
		method: 'POST',
		path: '/contacts',
		repeat: 'safe',
		body: contactSchema,
	},
	upsertContactsBulk: {
		operationId: 'upsertContactsBulk',
		method: 'POST',
		path: '/contacts/bulk',
		repeat: 'safe',
	},
	updateContact: {
		operationId: 'updateContact',
		method: 'PUT',
		path: '/contacts',
		repeat: 'safe',
		body: contactUpdateSchema,
	},
	unsubscribeContact: {
		operationId: 'unsubscribeContact',
		method: 'DELETE',
		path: '/contacts',
		repeat: 'safe',
		body: unsubscribeSchema,
	},
	getContact: {
		operationId: 'getContact',
		method: 'GET',
		path: '/contacts/{phone_number}',
		repeat: 'safe',
	},
	listContacts: {
		operationId: 'listContacts',
		method: 'GET',
		path: '/contacts',
		repeat: 'safe',
	},
} as const satisfies Record<string, Endpoint>;
