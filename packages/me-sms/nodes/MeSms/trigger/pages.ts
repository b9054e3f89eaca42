import { isJsonObject, type JsonObject, listAt, RequestError } from '../../../../../kernel';
import type { Counts, Cursor, ListPage, PollSession } from '../../../../../kernel/poll';
import { aliases } from '../api/contract.generated/aliases';
import { countsIn, countsOfPage } from '../api/delivery';
import { endpoints } from '../api/endpoints';
import { inside, named } from '../api/read';
import { recipientOf } from '../api/recipient';
import { idOf } from '../api/rows';
import { isFinal } from '../api/states';

/**
 * A page of a message's recipients as the trigger watches them (contract: listRecipients).
 *
 * @throws RequestError
 */
export async function recipientPage(
	{ client }: PollSession,
	uuid: string,
	cursor: Cursor = 0,
): Promise<ListPage<JsonObject>> {
	const body = await client.send({
		endpoint: endpoints.listRecipients,
		pathParameters: { uuid },
		query: { after: cursor },
	});
	const next = nextIn(body);
	const isOnly = cursor === 0 && next === undefined;
	const counts = isOnly ? countsOfPage(body) : countsIn(named(body, ['summary']));
	return {
		rows: rowsIn(body, aliases.RecipientPage.rows).map(seen),
		next,
		counts: counts && counted(counts),
	};
}

/** The rows of a response. @throws RequestError `no_rows` */
export function rowsIn(body: JsonObject, names: readonly string[]): JsonObject[] {
	const rows = listAt(body, inside(...names));
	if (rows !== undefined) return rows.filter(isJsonObject);
	throw new RequestError(`The response of ME-SMS has no list "${names[0]}"`, {
		kind: 'refused',
		code: 'no_rows',
		fatal: true,
	});
}

function seen(row: JsonObject): ListPage<JsonObject>['rows'][number] {
	const recipient = recipientOf(row);
	return {
		identity: idOf(recipient) ?? String(recipient.msisdn),
		isFinal: isFinal(String(recipient.status)),
		row: recipient,
	};
}

/** Where the next page begins: it says that there is one, and where (contract: RecipientPage). */
function nextIn(body: JsonObject): Cursor | undefined {
	const next = named(body, ['nextCursor']);
	const isCursor = typeof next === 'number' || (typeof next === 'string' && next !== '');
	return named(body, ['hasMore']) === true && isCursor ? next : undefined;
}

function counted(byState: Readonly<Record<string, number>>): Counts {
	const sum = (entries: Array<[string, number]>) => entries.reduce((all, [, one]) => all + one, 0);
	const states = Object.entries(byState);
	return { byState, final: sum(states.filter(([state]) => isFinal(state))), total: sum(states) };
}
