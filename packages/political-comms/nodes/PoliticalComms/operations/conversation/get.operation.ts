import { perItem } from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { one } from '../../fields/one';

/** One thread (contract: getConversation). */
export const getConversation = perItem({
	resource: 'conversation',
	operation: 'get',
	name: 'Get',
	action: 'Get a conversation',
	description: 'Get a conversation that a contact replied in, and whether they opted out',
	fields: [one('conversationId', 'The conversation to get')],
	request: ({ conversationId }) => ({
		endpoint: endpoints.getConversation,
		pathParameters: { id: conversationId },
	}),
	output: dataOf,
	simplify: simple.conversation,
});
