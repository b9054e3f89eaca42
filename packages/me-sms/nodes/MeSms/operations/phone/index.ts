import type { Resource } from '../../../../../../kernel';
import { checkNumbers } from './normalize.operation';

/** Phone numbers by themselves. */
export const phoneResource: Resource = {
	value: 'phone',
	name: 'Phone',
	defaultOperation: checkNumbers,
	operations: [checkNumbers],
};
