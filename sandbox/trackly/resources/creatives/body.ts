import type { Creative } from '../../catalogue/creatives';
import type { OfferLinkInput } from '../offer-links';

/** Fields that a body may set as they are. */
export const FIELDS = ['name', 'message', 'status', 'creative_type'] as const;

/** The body of a change. */
export type UpdateBody = Partial<Pick<Creative, (typeof FIELDS)[number]>> & {
	offer_links?: OfferLinkInput[];
};
