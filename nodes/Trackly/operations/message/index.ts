import type { Resource } from '../../../../kernel';
import { previewMessage } from './preview.operation';
import { sendMessage } from './send.operation';
import { sendMessageAndWait } from './sendAndWait.operation';
import { sendMessages } from './sendMany.operation';
import { sendRawMessage } from './sendRaw.operation';
import { sendRawMessages } from './sendRawMany.operation';

/** Operations on a message, in the editor's order (alphabetical, as n8n wants it). */
export const messageResource: Resource = {
	value: 'message',
	name: 'Message',
	defaultOperation: sendMessage,
	operations: [
		previewMessage,
		sendMessage,
		sendMessageAndWait,
		sendMessages,
		sendRawMessage,
		sendRawMessages,
	],
};
