import { type JsonObject, perItem, RequestError } from '../../../../../../kernel';
import { aliases } from '../../api/contract.generated/aliases';
import { endpoints } from '../../api/endpoints';
import { named } from '../../api/read';

/** contract: getCreditBalance. */
export const getCredits = perItem({
	resource: 'credit',
	operation: 'get',
	name: 'Get Balance',
	action: 'Get the credit balance',
	description: 'Get how many credits the account has left. Its path is provisional.',
	fields: [],
	request: () => ({ endpoint: endpoints.getCreditBalance }),
	output: (body) => ({ balance: balanceIn(body) }),
});

/** Credits left, which may come as text. @throws RequestError `no_balance` */
function balanceIn(body: JsonObject): number {
	const value = named(body, aliases.CreditBalance.balance);
	const text = String(value ?? '')
		.replaceAll(',', '')
		.trim();
	const balance = Number(text);
	if (text !== '' && Number.isFinite(balance)) return balance;
	throw new RequestError('The response of ME-SMS holds no balance', {
		kind: 'refused',
		code: 'no_balance',
	});
}
