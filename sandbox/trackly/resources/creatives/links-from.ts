import { ApiError } from '../../../core';
import type { Account } from '../../account/account';
import { placeholdersIn } from '../../catalogue/creatives';
import type { OfferLink } from '../../catalogue/creatives';
import { offerLinkFrom } from '../offer-links';
import type { OfferLinkInput } from '../offer-links';

/** The links in stored form; refuses placeholders without a link and links to unknown offers. */
export function linksFrom(
	account: Account,
	message: string,
	inputs: readonly OfferLinkInput[],
): OfferLink[] {
	const keys = inputs.map(({ key }) => key);
	if (!placeholdersIn(message).every((key) => keys.includes(key))) {
		throw new ApiError('missing_offer_links_for_placeholders');
	}
	if (!inputs.every(({ offer_id }) => account.offers.get(offer_id) !== undefined)) {
		throw new ApiError('offer_not_found');
	}
	return inputs.map(offerLinkFrom);
}
