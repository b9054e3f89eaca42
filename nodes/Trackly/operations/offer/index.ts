import type { Resource } from '../../../../kernel';
import { archiveOffer } from './archive.operation';
import { createOffer } from './create.operation';
import { getOffer } from './get.operation';
import { getOffers } from './getAll.operation';
import { updateOffer } from './update.operation';

/** Operations on an offer, in the editor's order (alphabetical, as n8n wants it). */
export const offerResource: Resource = {
	value: 'offer',
	name: 'Offer',
	defaultOperation: getOffers,
	operations: [archiveOffer, createOffer, getOffer, getOffers, updateOffer],
};
