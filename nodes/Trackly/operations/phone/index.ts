import type { Resource } from '../../../../kernel';
import { validatePhone } from './validate.operation';
import { validatePhones } from './validateMany.operation';

/** Operations on a phone number, in the editor's order (alphabetical, as n8n wants it). */
export const phoneResource: Resource = {
	value: 'phone',
	name: 'Phone Number',
	defaultOperation: validatePhone,
	operations: [validatePhone, validatePhones],
};
