import type { Resource } from '../../../../../../kernel';
import { cancelMessage } from './cancel.operation';
import { getMessage } from './get.operation';
import { getMessages } from './getAll.operation';
import { getDelivery } from './getDelivery.operation';
import { previewCost } from './preview.operation';
import { sendMessage } from './send.operation';
import { sendMessages } from './sendMany.operation';
import { waitForDelivery } from './waitForDelivery.operation';
import { sendFile } from './sendFile.operation';

/** Operations on a message, in the editor's order (alphabetical, as n8n wants it). */
export const messageResource: Resource = {
	value: 'message',
	name: 'Message',
	defaultOperation: previewCost,
	operations: [
		cancelMessage,
		getMessage,
		getDelivery,
		getMessages,
		previewCost,
		sendMessage,
		sendMessages,
		sendFile,
		waitForDelivery,
	],
};
