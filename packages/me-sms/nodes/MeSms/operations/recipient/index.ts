import type { Resource } from '../../../../../../kernel';
import { getRecipients } from './getAll.operation';

/** The numbers of a message. */
export const recipientResource: Resource = {
	value: 'recipient',
	name: 'Recipient',
	defaultOperation: getRecipients,
	operations: [getRecipients],
};
