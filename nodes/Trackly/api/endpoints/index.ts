import { audienceEndpoints } from './audience';
import { contactEndpoints } from './contact';
import { creativeEndpoints } from './creative';
import { historyEndpoints } from './history';
import { linkEndpoints } from './link';
import { listEndpoints } from './list';
import { messageEndpoints } from './message';
import { offerEndpoints } from './offer';
import { phoneEndpoints } from './phone';
import { revenueEndpoints } from './revenue';
import { scheduleEndpoints } from './schedule';
import { webhookEndpoints } from './webhook';

/** The calls of the contract that the nodes make, by operationId. */
export const endpoints = {
	...audienceEndpoints,
	...contactEndpoints,
	...creativeEndpoints,
	...historyEndpoints,
	...linkEndpoints,
	...listEndpoints,
	...messageEndpoints,
	...offerEndpoints,
	...phoneEndpoints,
	...revenueEndpoints,
	...scheduleEndpoints,
	...webhookEndpoints,
} as const;
