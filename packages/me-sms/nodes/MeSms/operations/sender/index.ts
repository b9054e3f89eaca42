import type { Resource } from '../../../../../../kernel';
import { getSenders } from './getAll.operation';

/** Names that texts are sent under. */
export const senderResource: Resource = {
	value: 'sender',
	name: 'Sender',
	defaultOperation: getSenders,
	operations: [getSenders],
};
