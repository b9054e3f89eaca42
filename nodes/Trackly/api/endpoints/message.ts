import type { Endpoint } from '../../../../kernel';
import { messageSchema, rawMessageSchema } from '../schemas/message';

/** Sends, by operationId. */
export const messageEndpoints = {
	sendMessage: {
		operationId: 'sendMessage',
		method: 'POST',
		path: '/send',
		idempotent: false,
		body: messageSchema,
	},
	sendMessagesBulk: {
		operationId: 'sendMessagesBulk',
		method: 'POST',
		path: '/send/bulk',
		idempotent: false,
	},
	sendRawMessage: {
		operationId: 'sendRawMessage',
		method: 'POST',
		path: '/send-raw',
		idempotent: false,
		body: rawMessageSchema,
	},
	sendRawMessagesBulk: {
		operationId: 'sendRawMessagesBulk',
		method: 'POST',
		path: '/send-raw/bulk',
		idempotent: false,
	},
} as const satisfies Record<string, Endpoint>;
