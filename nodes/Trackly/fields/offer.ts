import { requiredById } from '../../../kernel';

/** Picker of an offer whose value is the offer's id. */
export const offerIdField = requiredById('offerId', {
	code: 'offer',
	label: 'Offer',
	one: 'an offer',
	search: 'searchOffers',
	example: '66b0c4d2e19a3f7708d5b1a4',
});
