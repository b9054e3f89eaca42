import { type JsonObject, RequestError } from '../../../../../kernel';
import { aliases } from './contract.generated/aliases';
import { named } from './read';

/** Credits left, which may come as text. @throws RequestError `no_balance` */
export function balanceIn(body: JsonObject): number {
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
