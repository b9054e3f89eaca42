import { perItem, required } from '../../../../../../kernel';
import { uuidField } from '../../fields/uuid';
import { expectedField, summarized, summaryOf } from './delivery';

/** contract: listRecipients, of which one page is enough. */
export const getDelivery = perItem({
	resource: 'message',
	operation: 'getDelivery',
	name: 'Get Delivery Summary',
	action: 'Get the delivery summary of a message',
	description: 'Get how many numbers of a message are in each state, and whether all are final',
	fields: [required(uuidField), expectedField],
	request: ({ uuid }) => summaryOf(uuid),
	output: (body, _, { uuid, expected }) => summarized(body, uuid, expected),
});
