import type { Handlers } from '../../../../sandbox/core';
import type { Account } from '../account/account';
import { accountHandlers } from './account';
import { messageHandlers } from './messages';
import { recipientHandlers } from './recipients';

/**
 * All operations the sandbox answers, which are all of the contract's. A resource is a folder, an
 * operation a file in it, named after its operationId and listed in the resource's index.
 */
export const handlers: Handlers<Account> = {
	...messageHandlers,
	...recipientHandlers,
	...accountHandlers,
};
