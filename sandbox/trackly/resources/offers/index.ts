import type { Handlers } from '../../../core';
import type { Account } from '../../account/account';
import { archiveOffer } from './archive-offer';
import { createOffer } from './create-offer';
import { getOffer } from './get-offer';
import { listOffers } from './list-offers';
import { updateOffer } from './update-offer';

/** Offers. */
export const offerHandlers: Handlers<Account> = {
	listOffers,
	createOffer,
	getOffer,
	updateOffer,
	archiveOffer,
};
