import type { Endpoint } from '../../../kernel/endpoint';
import { contactSchema, messageSchema } from './schemas';

/** The calls of the contract that operations use, by operationId. */
export const endpoints = {
	sendMessage: {
		operationId: 'sendMessage',
		method: 'POST',
		path: '/send',
		repeat: 'unsafe',
		body: messageSchema,
	},
	sendMessagesBulk: {
		operationId: 'sendMessagesBulk',
		method: 'POST',
		path: '/send/bulk',
		repeat: 'unsafe',
	},
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
	listLists: { operationId: 'listLists', method: 'GET', path: '/lists', repeat: 'safe' },
	getList: { operationId: 'getList', method: 'GET', path: '/lists/{list_id}', repeat: 'safe' },
} as const satisfies Record<string, Endpoint>;
