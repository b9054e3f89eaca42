import type { VendorPhones } from '../../../../sandbox/core';
import type { Account } from '../account/account';
import type { Contact } from '../lists/contact-list';
import { click } from './click';
import { reply } from './reply';

const SHORT_LINK = /https:\/\/[^\s/]+\/([0-9A-Z]+)/g;

/** What the page with the phones shows of a Political Comms account. */
export const phones: VendorPhones<Account> = {
	states: {
		sent: { word: 'sent', look: 'waiting' },
		delivered: { word: 'delivered', look: 'arrived' },
		failed: { word: 'failed', look: 'lost' },
	},
	reasons: {},

	person(account, phone) {
		const contact = contactOf(account, phone);
		const name = [contact?.fields.first_name, contact?.fields.last_name].filter(Boolean).join(' ');
		return {
			name: name || null,
			optedOutOf: account.registry.numbers
				.filter(({ orgId }) => account.isOptedOut(orgId, phone))
				.map(({ number }) => number),
		};
	},

	senders: ({ registry }) =>
		registry.numbers.map(({ id, number, nickname, campaignId }) => ({
			number,
			name: nickname ?? registry.campaign(campaignId)?.name ?? id,
		})),

	links: {
		in: ({ links }, text) =>
			[...text.matchAll(SHORT_LINK)].flatMap(([url, id]) => {
				const link = links.get(id);
				return link ? [{ url, id, clicks: link.clicks, leadsTo: link.destination }] : [];
			}),
		follow: click,
	},

	reply,
};

/** The contact with that number, of whichever list. */
function contactOf({ lists }: Account, phone: string): Contact | undefined {
	for (const { contacts } of lists.all()) {
		const contact = contacts.find((each) => each.phone === phone);
		if (contact !== undefined) return contact;
	}
	return undefined;
}
