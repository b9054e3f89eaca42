import type { Resource } from '../../../../../../kernel';
import { getConversation } from './get.operation';
import { getConversations } from './getAll.operation';
import { getConversationMessages } from './getMessages.operation';
import { replyToConversation } from './reply.operation';

/** What can be done about a conversation with a contact, in the editor's order (alphabetical, as n8n wants it). */
export const conversationResource: Resource = {
	value: 'conversation',
	name: 'Conversation',
	defaultOperation: getConversations,
	operations: [getConversation, getConversations, getConversationMessages, replyToConversation],
};
