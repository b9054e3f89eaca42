import type { Contacts } from '../account/contacts';
import type { Audience } from '../catalogue/audiences';
import type { OfferLink } from '../catalogue/creatives';
import type { Offer } from '../catalogue/offers';
import type { Blast, Schedule } from '../catalogue/schedules';
import type { Collection } from '../catalogue/collection';
import type { Pipeline } from '../messages/pipeline';
import { fillPlaceholders } from '../messages/render';
import { destinationFor } from '../tracking/destination';
import type { Links } from '../tracking/links';
import { nextDue } from './due';
import { blastFor, recipientsOf } from './recipients';
import type { Recipient } from './recipients';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What of an account a campaign needs. */
export interface CampaignAccount {
	readonly contacts: Contacts;
	readonly offers: Collection<Offer>;
	readonly audiences: Collection<Audience>;
	readonly schedules: Collection<Schedule>;
	readonly links: Links;
	readonly messages: Pipeline;
}

/**
 * Sends the blasts of schedules that are on, immediately when they are due in the past. Dates are dates:
 * unlike waits they are not scaled. Automated schedules send nothing here (ours).
 */
export class Timetable {
	private readonly timers = new Map<string, NodeJS.Timeout>();

	constructor(private readonly account: CampaignAccount) {}

	/** To be told of every schedule that was made or changed. */
	plan({ id }: Schedule): void {
		clearTimeout(this.timers.get(id));
		this.timers.delete(id);
		const schedule = this.account.schedules.get(id);
		if (schedule?.status !== 'on' || schedule.send_type !== 'blast') return;
		const now = new Date();
		const due = nextDue(schedule, now);
		if (due === undefined) {
			schedule.status = 'complete';
		} else if (due <= now) {
			this.send(schedule);
			schedule.status = 'complete';
		} else {
			this.wait(schedule, due);
		}
	}

	stop(): void {
		for (const timer of this.timers.values()) clearTimeout(timer);
		this.timers.clear();
	}

	private wait(schedule: Schedule, due: Date): void {
		const ms = Math.min(due.getTime() - Date.now(), LONGEST_TIMER_MS);
		const timer = setTimeout(() => {
			const isDue = new Date() >= due && schedule.status === 'on';
			// A one-time schedule is sent by `plan`, which finds it due in the past.
			if (isDue && schedule.is_repeating) this.send(schedule);
			this.plan(schedule);
		}, ms);
		timer.unref();
		this.timers.set(schedule.id, timer);
	}

	private send(schedule: Schedule): void {
		const { audiences, contacts, messages } = this.account;
		const wanted = audiences.list('active').filter(({ id }) => schedule.audiences.includes(id));
		const recipients = recipientsOf(schedule, wanted, contacts);
		recipients.forEach((recipient, position) => {
			const [{ phoneNumber: to }, { list }] = recipient;
			const blast = blastFor(schedule.blasts, position, recipients.length);
			messages.accept({ to, list, body: this.textFor(blast, recipient) });
		});
	}

	/** The blast's text with a separate short link for each recipient. */
	private textFor({ message, offer_links: links }: Blast, recipient: Recipient): string {
		const made = links.map((link) => [link.key, this.shortUrl(link, recipient)] as const);
		return fillPlaceholders(message, Object.fromEntries(made.filter(([, url]) => url)));
	}

	/** Undefined where the list has no domain or the offer is gone; the placeholder then stays. */
	private shortUrl(link: OfferLink, [contact, membership]: Recipient): string | undefined {
		const { list } = membership;
		const offer = this.account.offers.get(link.offer_id);
		if (offer === undefined || list.linkDomain === null) return undefined;
		const { id, domain } = this.account.links.add({
			list,
			domain: list.linkDomain,
			destinationUrl: destinationFor(link.url ?? offer.tracking_url, membership, link.url_params),
			offerId: offer.id,
			contactPhone: contact.phoneNumber,
		});
		return `https://${domain}/${id}`;
	}
}
