import type { Resource } from '../../../../../../kernel';
import { getCredits } from './get.operation';

/** Credits of the account. */
export const creditResource: Resource = {
	value: 'credit',
	name: 'Credit',
	defaultOperation: getCredits,
	operations: [getCredits],
};
