import type { ListWatch } from '../../../../../kernel/n8n/trigger/poll/lists';
import { watchLists } from '../../../../../kernel/n8n/trigger/poll/lists';
import type { PollEvent } from '../../../../../kernel/n8n/trigger/poll/session';
import type { Counts } from '../../../../../kernel/n8n/trigger/poll/watched';
import { Account, type Row } from './account';
import { FakeN8n, request } from './fakeN8n';

export const HOUR = 60 * 60_000;

const event = (kind: string) => (id: string, counts: Counts | undefined) => ({
	kind,
	fields: { id, total: counts?.total ?? null },
	identity: [id],
});

/** Events for rows that are final. */
export const rowEvent = (id: string, { name, state }: Row): PollEvent => ({
	kind: 'final',
	fields: { id, name, state },
	identity: [id, name, state],
});

export const completeEvent = event('complete');
export const stalledEvent = event('stalled');

/** A trigger that watches the messages of an account. */
export function watching(overrides: Partial<ListWatch<Row>> = {}) {
	const account = new Account();
	const watch: ListWatch<Row> = {
		key: 'messages',
		list: async () => ({
			things: [...account.messages.keys()].map((id) => ({ id })),
			isWhole: true,
		}),
		page: async ({ client }, id, cursor) => {
			await client.request(request);
			return account.page(id, cursor);
		},
		rowEvent,
		longEvent: completeEvent,
		isNamed: true,
		maxRows: 100_000,
		giveUpAfter: 72 * HOUR,
		includeExisting: false,
		...overrides,
	};
	const n8n = new FakeN8n(() => [watchLists(watch)]);
	return { account, n8n, watch };
}
