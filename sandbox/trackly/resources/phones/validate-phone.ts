import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { requireBilling } from '../billing';
import { requireNumber } from './require-number';

/** contract: PhoneValidateRequest */
interface OneBody {
	phone: string;
	force?: boolean;
}

/** contract: validatePhone */
export function validatePhone(account: Account, { body }: Call<OneBody>) {
	requireBilling(account);
	return account.lookups.look(requireNumber(body.phone), body.force);
}
