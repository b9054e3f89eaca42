import { type Confirmation, type JsonObject, plainText, valueAt } from '../../../../../../kernel';
import { dataOf, objectsIn } from '../../api/data';
import { endpoints } from '../../api/endpoints';

/** Clocks differ: what left so shortly before the request was made may be it. */
const CLOCKS_DIFFER = 2_000;

/**
 * Whether a reply whose response was lost is in the thread, as the vendor asks to look after any 5xx,
 * key or no key (contract: replyToConversation, x-retry-note; NOTES §5.4).
 */
export const replyIsInThread: Confirmation = {
	lookup: ({ pathParameters }) => ({
		endpoint: endpoints.listConversationMessages,
		pathParameters,
		query: { limit: 50 },
	}),
	find(shown, { pathParameters, body }, since, known) {
		const reply = objectsIn(dataOf(shown).data).find(
			(message) =>
				message.direction === 'outbound' &&
				!known.has(String(message.message_id)) &&
				plainText(String(message.text)) === plainText(String(body?.text)) &&
				isSince(message, since),
		);
		if (reply === undefined) return undefined;
		const { message_id, text, sent_at: created_at } = reply;
		return { data: { message_id, conversation_id: pathParameters?.id, text, created_at } };
	},
	idOf(response) {
		const id = valueAt(response, 'data.message_id');
		return typeof id === 'string' ? id : undefined;
	},
};

/** What has not left yet is new as well. */
function isSince({ sent_at: sentAt }: JsonObject, since: number): boolean {
	if (sentAt === undefined || sentAt === null) return true;
	return Date.parse(String(sentAt)) >= since - CLOCKS_DIFFER;
}
