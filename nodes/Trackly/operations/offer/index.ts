import type { Resource } from '../../../../kernel/n8n/describe';
import { archiveOffer } from './archive';
import { createOffer } from './create';
import { getOffer } from './get';
import { getOffers } from './getAll';
import { updateOffer } from './update';

/** What can be done about a offer, in the editor's order (alphabetical, as n8n wants it). */
export const offerResource: Resource = {
	value: 'offer',
	name: 'Offer',
	defaultOperation: getOffers,
	operations: [archiveOffer, createOffer, getOffer, getOffers, updateOffer],
};
