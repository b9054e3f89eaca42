import type { JsonObject, Paging, RowSource } from '../../../../../kernel';
import { aliases } from './contract.generated/aliases';
import { inside, named } from './read';

const AFTER = 'after';
const NEXT = inside('nextCursor');
const MORE = inside('hasMore');

/**
 * Recipients follow each other by a cursor, the first page is at 0, and the API says whether there is
 * more (contract: listRecipients).
 */
export const recipientPaging: Paging = {
	kind: 'cursor',
	cursor: NEXT,
	cursorParameter: AFTER,
	first: '0',
	more: MORE,
};

const { RecipientPage, MessagePage, SenderPage, Recipient, Message } = aliases;

/** The recipients of a message in a state, or in all. The name of the filter is not certain. */
export function recipientRows(state?: string): RowSource {
	return {
		name: inside(...RecipientPage.rows),
		key: idOf,
		isAsked: inState(Recipient.status, state),
	};
}

/** The messages in a state, or in all. Whether the API knows pages is not certain (contract: Page). */
export function messageRows(state?: string): RowSource {
	return {
		name: inside(...MessagePage.rows),
		paging: { kind: 'number', page: 'page', total: inside(...MessagePage.total) },
		key: (row) => textOf(named(row, Message.uuid)),
		isAsked: inState(Message.status, state),
	};
}

/** The sender names, which no paging is described for. */
export function senderRows(isAsked?: RowSource['isAsked']): RowSource {
	const paging: Paging = { kind: 'cursor', cursor: NEXT, cursorParameter: AFTER, more: MORE };
	return { name: inside(...SenderPage.rows), paging, key: idOf, isAsked };
}

function inState(names: readonly string[], state: string | undefined) {
	if (state === undefined) return undefined;
	return (row: JsonObject) => {
		const own = named(row, names);
		return own === undefined || own === state;
	};
}

/** The id of a row, where it has one. */
export function idOf({ id }: JsonObject): string | undefined {
	return textOf(id);
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
