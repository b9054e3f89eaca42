import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import type { Message } from '../../messages/message';
import type { Recipient } from '../../messages/recipients';
import { countsIn } from '../../responses/counts';
import { cursorOf, idAfter } from '../../responses/cursor';
import { pageOf, rowNames } from '../../responses/shape';
import { messageOf } from '../owner';
import { pageSize } from '../page-size';

/** contract: listRecipients, ascending by id */
export function listRecipients(account: Account, call: Call<unknown>) {
	const message = messageOf(account, call);
	const { after, status } = call.query;
	const { recipients } = message;
	const { outbox, switches } = account;
	const elapsed = outbox.elapsed(message);
	const size = pageSize(account, call);
	const start = after === undefined ? 0 : recipients.placeAfter(idAfter(after));
	const places = recipients.places(start, size + 1, elapsed, status);
	const found = places.slice(0, size).map((place) => recipients.row(place, elapsed));
	const named = rowNames(account, 'Recipient');
	const counts = recipients.counts(elapsed);
	const total = status === undefined ? recipients.length : countOf(counts, status);
	return pageOf(
		account,
		'RecipientPage',
		found.map((row) => named(rowOf(account, message, row))),
		{
			...(after === undefined ? { total } : steps(account, after, found, places.length, size)),
			summary: countsIn(switches.summary, counts),
		},
	);
}

/** `nextCursor` and `hasMore`, in all the ways that a last page may end. */
function steps(
	{ switches }: Account,
	after: string,
	found: readonly Recipient[],
	seen: number,
	size: number,
) {
	const { cursors, lastCursor, hasMore } = switches;
	const last = found.at(-1);
	const isFollowed = seen > size || (hasMore === 'full' && found.length === size);
	if (isFollowed && last !== undefined) {
		return { nextCursor: cursorOf(last.id, cursors), hasMore: true };
	}
	const sent = /^\d+$/.test(after) ? Number(after) : after;
	const ends = { null: null, missing: undefined, repeated: sent };
	return {
		nextCursor: ends[lastCursor],
		hasMore: hasMore === 'missing' ? undefined : hasMore === 'always',
	};
}

/** contract: Recipient */
function rowOf(
	{ clock, switches }: Account,
	{ createdAt, startedAt }: Message,
	{ id, msisdn, status, seconds }: Recipient,
) {
	const at = (startedAt ?? createdAt) + clock.scaled(seconds);
	return {
		id,
		msisdn: switches.rowNumbers === 'local' ? msisdn.replace(/^66/, '0') : msisdn,
		status,
		updatedAt: new Date(at).toISOString(),
	};
}

function countOf(counts: Readonly<Record<string, number>>, status: string): number {
	return counts[status] ?? 0;
}
