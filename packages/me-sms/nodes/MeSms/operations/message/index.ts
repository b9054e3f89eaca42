import type { Resource } from '../../../../../../kernel';
import { getMessage } from './get.operation';
import { sendFile } from './sendFile.operation';

/** Operations on a message, in the editor's order (alphabetical, as n8n wants it). */
export const messageResource: Resource = {
	value: 'message',
	name: 'Message',
	defaultOperation: getMessage,
	operations: [getMessage, sendFile],
};
