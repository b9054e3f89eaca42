import { type JsonObject, readCount } from '../../../../../kernel';
import type { Listing, PollSession, Thing } from '../../../../../kernel/poll';
import { aliases } from '../api/contract.generated/aliases';
import { endpoints } from '../api/endpoints';
import { messageOf } from '../api/message';
import { rowsIn } from './pages';

/** Pages of messages that one poll reads at most. */
const MAX_PAGES = 10;

/**
 * The messages made after a time, the newest first (contract: listMessages). Where the API does not say
 * when, those of the first page.
 *
 * @param after milliseconds since 1970
 * @throws RequestError
 */
export async function newMessages(session: PollSession, after: number): Promise<Listing> {
	const things: Thing[] = [];
	const seen = new Set<string>();
	// Requests have to be left for the messages themselves.
	const pages = Math.min(MAX_PAGES, Math.max(1, Math.floor(session.requestsLeft() / 2)));
	for (let page = 1; page <= pages; page++) {
		const body = await session.client.send({
			endpoint: endpoints.listMessages,
			query: { page: page === 1 ? undefined : page },
		});
		const messages = rowsIn(body, aliases.MessagePage.rows).map(messageOf);
		// A page begins with known messages where newer ones came while the one before was read. An API
		// that knows no pages returns nothing but those.
		const fresh = messages.filter(({ uuid }) => typeof uuid === 'string' && !seen.has(uuid));
		if (fresh.length === 0) return { things, isWhole: true, after };
		for (const message of fresh) {
			seen.add(String(message.uuid));
			if ((startOf(message) ?? session.now) >= after) things.push(thingOf(message, session.now));
		}
		const oldest = timeIn(messages[messages.length - 1].createdAt);
		if (oldest === undefined || oldest < after) return { things, isWhole: true, after };
	}
	return { things, isWhole: false };
}

function thingOf(message: JsonObject, now: number): Thing {
	const { uuid, status, recipients } = message;
	const start = startOf(message);
	return {
		id: String(uuid),
		since: start,
		rows: readCount(recipients),
		isIdle: status === 'scheduled' && start !== undefined && start > now,
		isOver: status === 'cancelled',
	};
}

/** When it was or will be sent: nothing is expected of it before. */
function startOf({ createdAt, scheduledTime }: JsonObject): number | undefined {
	const times = [createdAt, scheduledTime].flatMap((time) => timeIn(time) ?? []);
	return times.length === 0 ? undefined : Math.max(...times);
}

function timeIn(value: unknown): number | undefined {
	const time = typeof value === 'string' ? Date.parse(value) : NaN;
	return Number.isNaN(time) ? undefined : time;
}
