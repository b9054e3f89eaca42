import type { Endpoint } from '../../../../kernel';
import { messageSchema, rawMessageSchema } from '../schemas/message';

/** Sends, by operationId. */
export const messageEndpoints = {
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
	sendRawMessage: {
		operationId: 'sendRawMessage',
		method: 'POST',
		path: '/send-raw',
		repeat: 'unsafe',
		body: rawMessageSchema,
	},
	sendRawMessagesBulk: {
		operationId: 'sendRawMessagesBulk',
		method: 'POST',
		path: '/send-raw/bulk',
		repeat: 'unsafe',
	},
} as const satisfies Record<string, Endpoint>;
