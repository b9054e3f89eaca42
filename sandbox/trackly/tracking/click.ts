import type { Account } from '../account/account';
import type { ShortLink } from './links';

/** Someone follows a short link: it counts for the link and, if it has one, for its contact. */
export function click(account: Account, linkId: string): ShortLink {
	const link = account.links.get(linkId);
	if (link === undefined) throw new Error(`The account has no link ${linkId}`);
	link.clicks += 1;
	const { contactPhone, list } = link;
	const membership = contactPhone && account.contacts.membership(contactPhone, list);
	if (membership) {
		membership.clickCount += 1;
		membership.lastClickedAt = new Date();
	}
	return link;
}
