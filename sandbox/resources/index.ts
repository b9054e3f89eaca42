import type { Handlers } from './call';
import { contactHandlers } from './contacts';
import { listHandlers } from './lists';
import { messageHandlers } from './messages';
import { webhookHandlers } from './webhooks';

/** All operations the sandbox answers; the rest of the contract gets 501. A resource is a file. */
export const handlers: Handlers = {
	...messageHandlers,
	...contactHandlers,
	...listHandlers,
	...webhookHandlers,
};
