import { perItem } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';

/** contract: getCreditBalance. */
export const getCredits = perItem({
	resource: 'credit',
	operation: 'get',
	name: 'Get Balance',
	action: 'Get the credit balance',
	description: 'Get how many credits are left on the account. The path is provisional.',
	fields: [],
	request: () => ({ endpoint: endpoints.getCreditBalance }),
});
