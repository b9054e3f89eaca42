import pLimit from 'p-limit';

import {
	type Client,
	isJsonObject,
	type JsonObject,
	measureText,
	optOutCheck,
	placeholdersIn,
	readEveryRow,
	RequestError,
	type GuardedWork,
	toError,
} from '../../../kernel';
import { endpoints } from '../api/endpoints';
import { contactRows } from '../api/rows';
import { isClearlyActive } from '../api/subscriptions';

/** Lists whose opt-outs are looked up at the same time. */
const CONCURRENT_LISTS = 2;

/** How a send is kept from being made twice, or to someone who opted out. */
export const textSafeguards: GuardedWork = {
	subject: 'message',
	identify: ({ to, list_number }) => ({ to, list_number }),
	texts: {
		textOf: ({ body }) => String(body ?? ''),
		withoutValue,
		preview: (content) => {
			const { encoding, characters, segments } = measureText(String(content.body));
			const empty = withoutValue(content);
			return {
				body: content.body,
				encoding,
				characters,
				segments,
				...(empty.length > 0 && { placeholders_without_value: empty }),
			};
		},
		findOptedOut,
	},
};

/** What Trackly fills in by itself (contract: SendMessageRequest.body; NOTES §3). */
const FILLED_BY_TRACKLY = ['messageId', 'sendId', 'brand_name'];

/** Names of the placeholders that no contact data is given for (contract: ContactData). */
function withoutValue({ body, contact_data }: JsonObject): string[] {
	const names = placeholdersIn(String(body ?? '')).filter(
		(name) => !FILLED_BY_TRACKLY.includes(name),
	);
	// Asked of every text of a run, most of which have none.
	if (names.length === 0) return names;
	const data = isJsonObject(contact_data) ? contact_data : {};
	const custom = isJsonObject(data.custom_fields) ? data.custom_fields : {};
	const values = new Map(Object.entries({ ...custom, ...data }));
	return names.filter((name) => (values.get(name) ?? '') === '');
}

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
		return found instanceof Error ? found : found!(String(to));
	});
}

/**
 * Whether somebody opted out of a list.
 *
 * @throws RequestError when not all who did could be read: then nobody may be texted
 */
async function optOutsOf(
	client: Client,
	listNumber: string,
): Promise<(recipient: string) => boolean> {
	const request = {
		endpoint: endpoints.listContacts,
		query: { list_number: listNumber, active: 'false' },
	};
	const rows = await readEveryRow(client, request, contactRows);
	// Should the filter be ignored, those who are subscribed come as well.
	const optedOut = rows.filter(({ active }) => !isClearlyActive(active));
	const check = optOutCheck(optedOut.map(({ phone_number }) => phone_number));
	if (check !== undefined) return check;
	throw new RequestError('The phone number of an opted-out contact could not be read', {
		kind: 'refused',
		code: 'opt_outs_not_read',
	});
}
