import type { VendorPhones } from '../../core';
import type { Account } from '../account/account';
import { click } from '../tracking/click';
import { reply } from './reply';

const SHORT_LINK = /https:\/\/[^\s/]+\/([\w-]+)/g;

/** What the page with the phones shows of a Trackly account. */
export const phones: VendorPhones<Account> = {
	states: {
		queued: { word: 'accepted', look: 'waiting' },
		sent: { word: 'sent', look: 'waiting' },
		delivered: { word: 'delivered', look: 'arrived' },
		undelivered: { word: 'not delivered', look: 'lost' },
		failed: { word: 'failed', look: 'lost' },
		dropped: { word: 'dropped', look: 'lost' },
	},
	reasons: {
		inactive_list: 'the list is not active',
		blocked_content: 'blocked words',
		contact_blocked: 'the contact opted out',
	},

	person({ contacts }, phone) {
		const memberships = [...(contacts.get(phone)?.memberships.values() ?? [])];
		const name = memberships.map(({ customFields }) => customFields.first_name).find(Boolean);
		return {
			name: name === undefined ? null : String(name),
			optedOutOf: memberships.filter(({ active }) => !active).map(({ list }) => list.phoneNumber),
		};
	},

	senders: ({ lists }) =>
		lists.inState().map(({ phoneNumber, listName }) => ({ number: phoneNumber, name: listName })),

	links: {
		in: ({ links }, text) =>
			[...text.matchAll(SHORT_LINK)].flatMap(([url, id]) => {
				const link = links.get(id);
				return link ? [{ url, id, clicks: link.clicks, leadsTo: link.destinationUrl }] : [];
			}),
		follow: click,
	},

	reply,
};
