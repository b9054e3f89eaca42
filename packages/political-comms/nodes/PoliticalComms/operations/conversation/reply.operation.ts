import {
	isJsonObject,
	type JsonValue,
	perItem,
	required,
	textField,
	valueAt,
} from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { one } from '../../fields/one';
import { replyIsInThread } from './confirm';

const textToSend = required(
	textField('text', {
		displayName: 'Text',
		typeOptions: { rows: 4 },
		placeholder: 'e.g. Great, see you at 10 at the library.',
		description: 'What to answer, at most 1,600 characters. Longer texts cost more.',
	}),
);

/** What shows that a reply was queued (contract: ConversationReplyResult). */
function isQueued(body: JsonValue | undefined): boolean {
	return isJsonObject(body) && typeof valueAt(body, 'data.message_id') === 'string';
}

/** A text in a thread that the contact has replied in (contract: replyToConversation). */
export const replyToConversation = perItem({
	resource: 'conversation',
	operation: 'reply',
	name: 'Reply',
	action: 'Reply in a conversation',
	description: 'Sends a real text and costs money: reply to a contact who has texted you',
	fields: [one('conversationId', 'The conversation to reply in'), textToSend],
	request: ({ conversationId, text }) => ({
		endpoint: endpoints.replyToConversation,
		pathParameters: { id: conversationId },
		body: { text },
	}),
	evidence: isQueued,
	confirm: replyIsInThread,
	output: dataOf,
	simplify: simple.reply,
	orderingKey: ({ pathParameters }) => String(pathParameters?.id),
	guarded: {
		subject: 'reply',
		identify: () => ({}),
		preview: ({ text }) => ({ text }),
	},
});
