import pLimit from 'p-limit';

import {
	type Client,
	fetchRows,
	type JsonObject,
	measureText,
	type SafeguardedWork,
	toError,
} from '../../../kernel';
import { endpoints } from '../api/endpoints';
import { contactRows } from '../api/rows';

/** Lists whose opt-outs are looked up at once. */
const CONCURRENT_LISTS = 2;

/** How a send is kept from being made twice, or to someone who opted out. */
export const textSafeguards: SafeguardedWork = {
	subject: 'message',
	identify: ({ to, list_number }) => ({ to, list_number }),
	texts: {
		preview: ({ body }) => {
			const { encoding, characters, segments } = measureText(String(body));
			return { body, encoding, characters, segments };
		},
		findOptedOut,
	},
};

/**
 * Whether the recipient of each text has unsubscribed from its list: one look at each list's
 * unsubscribed contacts (contract: listContacts).
 */
async function findOptedOut(
	client: Client,
	bodies: readonly JsonObject[],
): Promise<Array<boolean | Error>> {
	const limit = pLimit(CONCURRENT_LISTS);
	const lists = [...new Set(bodies.map(({ list_number }) => String(list_number)))];
	const optedOut = new Map(
		await Promise.all(
			lists.map((list) =>
				limit(async () => [list, await optOutsOf(client, list).catch(toError)] as const),
			),
		),
	);
	return bodies.map(({ to, list_number }) => {
		const found = optedOut.get(String(list_number));
		return found instanceof Error ? found : found!.has(String(to));
	});
}

async function optOutsOf(client: Client, listNumber: string): Promise<Set<string>> {
	const request = {
		endpoint: endpoints.listContacts,
		query: { list_number: listNumber, active: 'false' },
	};
	const rows = await fetchRows(client, request, contactRows, Infinity);
	return new Set(rows.map(({ phone_number }) => String(phone_number)));
}
