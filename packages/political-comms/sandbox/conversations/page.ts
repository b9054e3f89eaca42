import { invalid } from '../requests/refusal';

const DEFAULT_LIMIT = 50; // contract: Limit200

/**
 * One page of rows and the cursor of the next (contract: ConversationPage). A cursor names the last row
 * before it, and is good only with the filters it was made with.
 *
 * @throws ApiError when the cursor is not one of these
 */
export function pageOf<Row extends { id: string }>(
	rows: readonly Row[],
	query: Record<string, string | undefined>,
): { rows: Row[]; has_more: boolean; next_cursor: string | null } {
	const { cursor, limit, ...filters } = query;
	const filter = JSON.stringify(filters);
	const start = cursor === undefined ? 0 : startAfter(rows, cursor, filter);
	const page = rows.slice(start, start + Number(limit ?? DEFAULT_LIMIT));
	const hasMore = start + page.length < rows.length;
	const last = page.at(-1);
	return {
		rows: page,
		has_more: hasMore,
		next_cursor: hasMore && last !== undefined ? encode([last.id, filter]) : null,
	};
}

function startAfter(rows: ReadonlyArray<{ id: string }>, cursor: string, filter: string): number {
	const [id, madeWith] = decode(cursor);
	const index = rows.findIndex((row) => row.id === id);
	if (index < 0 || madeWith !== filter) throw invalid('cursor', 'is not valid');
	return index + 1;
}

const encode = (parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

function decode(cursor: string): unknown[] {
	try {
		const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
		return Array.isArray(parts) ? parts : [];
	} catch {
		return [];
	}
}
