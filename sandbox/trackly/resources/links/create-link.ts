import { ApiError } from '../../../core';
import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { requireLinkList, requireOffer } from './link-target';
import type { ListIdentifier } from './link-target';

/** contract: LinkCreate */
interface CreateBody extends ListIdentifier {
	offerId?: string;
	externalOfferId?: string;
}

/** contract: createLink */
export function createLink(account: Account, { body }: Call<CreateBody>) {
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
}
