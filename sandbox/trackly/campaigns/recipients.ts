import type { Contact, Contacts, Membership } from '../account/contacts';
import { subscribersIn } from '../catalogue/audiences';
import type { Audience } from '../catalogue/audiences';
import type { Blast, Schedule } from '../catalogue/schedules';

const HOUR_MS = 3_600_000;

export type Recipient = [Contact, Membership];

/** Whom a campaign texts: each person of its audiences once, but nobody texted a short while ago. */
export function recipientsOf(
	schedule: Schedule,
	audiences: readonly Audience[],
	contacts: Contacts,
): Recipient[] {
	const { source_lists: lists, skip_within_hours: hours } = schedule;
	const recentlyFrom = Date.now() - hours * HOUR_MS;
	const rows = audiences
		.flatMap((audience) => subscribersIn(audience, contacts))
		.filter(([, { list }]) => lists.length === 0 || lists.includes(list.id))
		.filter(([, { lastSentAt }]) => hours === 0 || Number(lastSentAt ?? 0) < recentlyFrom);
	return [...new Map(rows.map((row) => [row[0].id, row])).values()];
}

/** The variant for one of so many recipients, by the shares of the blasts. */
export function blastFor(blasts: readonly Blast[], position: number, total: number): Blast {
	const percent = ((position + 0.5) / total) * 100;
	let border = 0;
	const found = blasts.find((blast) => {
		border += blast.percent_audience;
		return percent < border;
	});
	return found ?? blasts[blasts.length - 1];
}
