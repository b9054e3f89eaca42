import { perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { offerIdField } from '../../fields/offer';

/** Archives an offer (contract: archiveOffer). */
export const archiveOffer = perItem({
	resource: 'offer',
	operation: 'archive',
	name: 'Archive',
	action: 'Archive an offer',
	description: 'Archive an offer (can be restored with Update)',
	fields: [offerIdField('The offer to archive')],
	request: ({ offerId }) => ({
		endpoint: endpoints.archiveOffer,
		pathParameters: { id: offerId },
	}),
	output: ({ archived }, { pathParameters }) => ({ id: pathParameters?.id, archived }),
	orderingKey: ({ pathParameters }) => String(pathParameters?.id),
});
