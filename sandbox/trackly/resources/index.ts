import type { Handlers } from '../../core';
import type { Account } from '../account/account';
import { audienceHandlers } from './audiences';
import { contactHandlers } from './contacts';
import { creativeHandlers } from './creatives';
import { historyHandlers } from './history';
import { linkHandlers } from './links';
import { listHandlers } from './lists';
import { messageHandlers } from './messages';
import { offerHandlers } from './offers';
import { phoneHandlers } from './phones';
import { revenueHandlers } from './revenue';
import { scheduleHandlers } from './schedules';
import { webhookHandlers } from './webhooks';

/**
 * All operations the sandbox answers, which are all of the contract's. A resource is a folder, an
 * operation a file in it, named after its operationId and listed in the resource's index.
 */
export const handlers: Handlers<Account> = {
	...messageHandlers,
	...contactHandlers,
	...listHandlers,
	...offerHandlers,
	...creativeHandlers,
	...audienceHandlers,
	...linkHandlers,
	...revenueHandlers,
	...historyHandlers,
	...phoneHandlers,
	...scheduleHandlers,
	...webhookHandlers,
};
