import type { Handlers } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { getConversation } from './get-conversation';
import { listConversationMessages } from './list-conversation-messages';
import { listConversations } from './list-conversations';
import { replyToConversation } from './reply-to-conversation';

/** Conversations. */
export const conversationHandlers: Handlers<Account> = {
	listConversations,
	getConversation,
	listConversationMessages,
	replyToConversation,
};
