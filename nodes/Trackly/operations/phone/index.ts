import type { Resource } from '../../../../kernel/n8n/describe';
import { validatePhone } from './validate';
import { validatePhones } from './validateMany';

/** What can be done about a phone number, in the editor's order (alphabetical, as n8n wants it). */
export const phoneResource: Resource = {
	value: 'phone',
	name: 'Phone Number',
	defaultOperation: validatePhone,
	operations: [validatePhone, validatePhones],
};
