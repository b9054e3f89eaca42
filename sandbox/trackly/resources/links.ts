import type { Account } from '../account/account';
import type { Offer } from '../catalogue/offers';
import { ApiError } from '../../core';
import { destinationFor } from '../tracking/destination';
import type { Call, Handlers } from '../../core';

interface ListIdentifier {
	listId?: number;
	phoneNumber?: string;
}
/** contract: LinkCreate */
interface CreateBody extends ListIdentifier {
	offerId?: string;
	externalOfferId?: string;
}
/** contract: LinkShorten */
interface ShortenBody extends ListIdentifier {
	url?: string;
	offerId?: string;
	contactPhone?: string;
}

/** Short links, in camelCase (contract: createLink, shortenLink). */
export const linkHandlers: Handlers<Account> = {
	createLink(account: Account, { body }: Call<CreateBody>) {
		if (!account.switches.offerManagement) throw new ApiError('product_not_enabled');
		const offer = requireOffer(account, ({ id, external_id }) =>
			body.offerId === undefined ? external_id === body.externalOfferId : id === body.offerId,
		);
		const link = account.links.add({
			...requireLinkList(account, body),
			destinationUrl: offer.tracking_url,
			offerId: offer.id,
		});
		return {
			shortUrl: `https://${link.domain}/${link.id}`,
			linkId: link.id,
			clickTrackerUrl: `https://ct.${link.domain}/c/${account.ids.object()}`,
			destinationUrl: link.destinationUrl,
			domain: `https://${link.domain}`,
			offerId: link.offerId,
		};
	},

	shortenLink(account: Account, { body }: Call<ShortenBody>) {
		if (!account.switches.sms) throw new ApiError('product_not_enabled');
		const { offerId, url = '', contactPhone } = body;
		const offer =
			offerId === undefined ? undefined : requireOffer(account, ({ id }) => id === offerId);
		const place = requireLinkList(account, body);
		const contact =
			contactPhone === undefined
				? undefined
				: account.contacts.membership(contactPhone, place.list);
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
	},
};

function requireOffer({ offers }: Account, isMeant: (offer: Offer) => boolean): Offer {
	const offer = offers.list('active').find(isMeant);
	if (offer === undefined) throw new ApiError('offer_not_found');
	return offer;
}

function requireLinkList({ lists }: Account, { listId, phoneNumber = '' }: ListIdentifier) {
	const list = listId === undefined ? lists.withNumber(phoneNumber) : lists.withId(listId);
	if (list === undefined) throw new ApiError('list_not_found');
	if (list.linkDomain === null) throw new ApiError('no_domain_configured');
	return { list, domain: list.linkDomain };
}
