import { perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { unwrap } from '../../api/unwrap';
import { offerIdField } from '../../fields/offer';

/** One offer (contract: getOffer). */
export const getOffer = perItem({
	resource: 'offer',
	operation: 'get',
	name: 'Get',
	action: 'Get an offer',
	description: 'Get an offer with its tracking URL, payout and status',
	fields: [offerIdField('The offer to get')],
	request: ({ offerId }) => ({ endpoint: endpoints.getOffer, pathParameters: { id: offerId } }),
	output: unwrap('offer'),
	simplify: simple.offer,
});
