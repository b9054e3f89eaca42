import { DateTime } from 'luxon';
import type { Account } from '../account/account';
import { ApiError } from '../../core';
import type { PastSend, RevenueEntry } from '../tracking/history';

/** What revenue records have in common (contract: RevenueRecord, RevenueImportRecord). */
export interface RevenueBody {
	message_id: string;
	revenue: number;
	offer_id?: string;
	attribution_type?: string;
	timestamp?: string;
}

/** A message sent here or imported; refuses with `message_not_found`. */
export function requireSend(account: Account, id: string): PastSend {
	const send = account.messages.get(id) ?? account.history.send(id);
	if (send === undefined) throw new ApiError('message_not_found');
	return send;
}

/** Adds revenue to a message and its contact; refuses with `contact_not_found`. */
export function addRevenue(account: Account, body: RevenueBody): RevenueEntry {
	const send = requireSend(account, body.message_id);
	const membership = account.contacts.membership(send.to, send.list);
	if (membership === undefined) throw new ApiError('contact_not_found');
	return account.history.addRevenue({
		messageId: send.id,
		membership,
		revenue: body.revenue,
		offerId: body.offer_id ?? null,
		attributionType: body.attribution_type ?? 'sale',
		at: timeFrom(body.timestamp),
	});
}

/**
 * A time without a zone is UTC (contract: general rules); none at all is now. One that has the form
 * but does not exist, such as a 31st of June, is refused.
 */
export function timeFrom(timestamp: string | undefined): Date {
	if (timestamp === undefined) return new Date();
	const time = DateTime.fromISO(timestamp, { zone: 'utc' });
	if (!time.isValid) throw new ApiError('invalid_timestamp');
	return time.toJSDate();
}
