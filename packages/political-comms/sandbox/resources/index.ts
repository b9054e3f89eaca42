import type { Handlers } from '../../../../sandbox/core';
import type { Account } from '../account/account';
import { contactListHandlers } from './contact-lists';
import { conversationHandlers } from './conversations';
import { mediaHandlers } from './media';
import { organizationHandlers } from './organizations';
import { phoneNumberHandlers } from './phone-numbers';
import { projectHandlers } from './projects';
import { registrationHandlers } from './registrations';
import { reportHandlers } from './reports';

/**
 * All operations the sandbox answers, which are all of the contract's. A resource is a folder, an
 * operation a file in it, named after its operationId and listed in the resource's index.
 */
export const handlers: Handlers<Account> = {
	...organizationHandlers,
	...registrationHandlers,
	...phoneNumberHandlers,
	...contactListHandlers,
	...mediaHandlers,
	...projectHandlers,
	...conversationHandlers,
	...reportHandlers,
};
