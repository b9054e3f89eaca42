import type { OfferLink } from '../catalogue/creatives';

/** contract: OfferLinkInput */
export type OfferLinkInput = Pick<OfferLink, 'key' | 'offer_id'> & Partial<OfferLink>;

/** A link as it is stored and comes back (contract: OfferLink). */
export function offerLinkFrom(input: OfferLinkInput): OfferLink {
	const { key, offer_id, url = null, url_params = {} } = input;
	return { key, offer_id, url, url_params };
}
