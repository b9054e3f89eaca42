import { getMany } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { messageRows } from '../../api/rows';
import { simple } from '../../api/simple';
import { one } from '../../fields/one';

/** The messages of a thread, newest first (contract: listConversationMessages). */
export const getConversationMessages = getMany({
	resource: 'conversation',
	operation: 'getMessages',
	name: 'Get Messages',
	action: 'Get the messages of a conversation',
	description:
		'Get the messages of a conversation, newest first. They stay unread in the dashboard.',
	fields: [one('conversationId', 'The conversation to get the messages of')],
	request: ({ conversationId }) => ({
		endpoint: endpoints.listConversationMessages,
		pathParameters: { id: conversationId },
	}),
	rows: messageRows,
	simplify: simple.conversationMessage,
});
