import { ApiError } from '../../../core';
import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { destinationFor } from '../../tracking/destination';
import { requireLinkList, requireOffer } from './link-target';
import type { ListIdentifier } from './link-target';

/** contract: LinkShorten */
interface ShortenBody extends ListIdentifier {
	url?: string;
	offerId?: string;
	contactPhone?: string;
}

/** contract: shortenLink */
export function shortenLink(account: Account, { body }: Call<ShortenBody>) {
	if (!account.switches.sms) throw new ApiError('product_not_enabled');
	const { offerId, url = '', contactPhone } = body;
	const offer =
		offerId === undefined ? undefined : requireOffer(account, ({ id }) => id === offerId);
	const place = requireLinkList(account, body);
	const contact =
		contactPhone === undefined ? undefined : account.contacts.membership(contactPhone, place.list);
	const link = account.links.add({
		...place,
		destinationUrl: offer ? destinationFor(offer.tracking_url, contact) : url,
		offerId: offer?.id ?? null,
		contactPhone,
	});
	return {
		shortUrl: `https://${link.domain}/${link.id}`,
		linkId: link.id,
		destinationUrl: link.destinationUrl,
		domain: link.domain,
		offerId: link.offerId,
		filterBots: offer?.filter_bots ?? false,
	};
}
