import { ApiError } from '../../../core';
import type { Account } from '../../account/account';
import type { Offer } from '../../catalogue/offers';

/** The list a link is for, by one of its two names. */
export interface ListIdentifier {
	listId?: number;
	phoneNumber?: string;
}

/** The active offer that is meant; refuses with `offer_not_found`. */
export function requireOffer({ offers }: Account, isMeant: (offer: Offer) => boolean): Offer {
	const offer = offers.list('active').find(isMeant);
	if (offer === undefined) throw new ApiError('offer_not_found');
	return offer;
}

/** The list and its domain; refuses with `list_not_found` or `no_domain_configured`. */
export function requireLinkList({ lists }: Account, { listId, phoneNumber = '' }: ListIdentifier) {
	const list = listId === undefined ? lists.withNumber(phoneNumber) : lists.withId(listId);
	if (list === undefined) throw new ApiError('list_not_found');
	if (list.linkDomain === null) throw new ApiError('no_domain_configured');
	return { list, domain: list.linkDomain };
}
