import type { Resource } from '../../../../kernel/n8n/describe';
import { previewMessage } from './preview';
import { sendMessage } from './send';
import { sendMessageAndWait } from './sendAndWait';
import { sendMessages } from './sendMany';
import { sendRawMessage } from './sendRaw';
import { sendRawMessages } from './sendRawMany';

/** What can be done about a message, in the editor's order (alphabetical, as n8n wants it). */
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
