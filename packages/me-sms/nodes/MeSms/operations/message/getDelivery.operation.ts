import { perItem, required } from '../../../../../../kernel';
import { uuidField } from '../../fields/uuid';
import { summarized, summaryOf } from './delivery';

/** contract: listRecipients, of which one page is enough. */
export const getDelivery = perItem({
	resource: 'message',
	operation: 'getDelivery',
	name: 'Get Delivery Summary',
	action: 'Get the delivery summary of a message',
	description: 'Get how many numbers of a message are in each state, and whether all are final',
	fields: [required(uuidField)],
	request: ({ uuid }) => summaryOf(uuid),
	output: (body, { pathParameters }) => summarized(body, String(pathParameters?.uuid)),
});
