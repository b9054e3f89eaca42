import type { Resource } from '../../../../../../kernel';
import { getPhoneNumbers } from './getAll.operation';

/** What can be done about a number to send from, in the editor's order (alphabetical, as n8n wants it). */
export const phoneNumberResource: Resource = {
	value: 'phoneNumber',
	name: 'Phone Number',
	defaultOperation: getPhoneNumbers,
	operations: [getPhoneNumbers],
};
