import { perItem } from '../../../../../../kernel';
import { balanceIn } from '../../api/balance';
import { endpoints } from '../../api/endpoints';

/** contract: getCreditBalance. */
export const getCredits = perItem({
	resource: 'credit',
	operation: 'get',
	name: 'Get Balance',
	action: 'Get the credit balance',
	description: 'Get how many credits the account has left. ME-SMS does not document its path.',
	fields: [],
	request: () => ({ endpoint: endpoints.getCreditBalance }),
	output: (body) => ({ balance: balanceIn(body) }),
});
