import type { JsonObject, JsonValue, Paging } from '../../../../../kernel';
import { limits, maxRows } from './contract.generated/limits';

/** Lists come whole, in `data`, without paging (contract: x-paging none). */
export const rows = { name: 'data', key: idOf };

/** Projects with their counts, from a place on (contract: getAllProjectStats). */
export const projectStatsRows = {
	name: 'data.projects',
	perPage: limits.project_stats_page,
	key: idOf,
	paging: {
		kind: 'offset',
		offset: 'offset',
		limit: 'limit',
		total: 'data.pagination.totalCount',
	} satisfies Paging,
};

/** Pages that name the next one (contract: x-paging cursor). */
const BY_CURSOR: Paging = {
	kind: 'cursor',
	cursor: 'data.next_cursor',
	cursorParameter: 'cursor',
	perPage: 'limit',
};

/** Threads, latest inbound message first (contract: listConversations). */
export const conversationRows = {
	name: 'data.data',
	perPage: maxRows.listConversations,
	key: ({ conversation_id }: JsonObject) => textOf(conversation_id),
	paging: BY_CURSOR,
};

/** Messages of a thread, newest first (contract: listConversationMessages). */
export const messageRows = {
	name: 'data.data',
	perPage: maxRows.listConversationMessages,
	key: ({ message_id }: JsonObject) => textOf(message_id),
	paging: BY_CURSOR,
};

/** The id of a row, where it has one. */
export function idOf({ id }: JsonObject): string | undefined {
	return textOf(id);
}

function textOf(id: JsonValue | undefined): string | undefined {
	return id === undefined || id === null ? undefined : String(id);
}
