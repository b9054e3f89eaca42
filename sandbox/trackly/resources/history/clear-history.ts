import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { timeFrom } from '../past';

/** contract: ClearHistoryRequest */
interface ClearBody {
	entities: string[];
	before_date?: string;
}

/** contract: clearHistory */
export function clearHistory(account: Account, { body }: Call<ClearBody>) {
	const before = body.before_date === undefined ? undefined : timeFrom(body.before_date);
	return { success: true, cleared: account.history.clear(new Set(body.entities), before) };
}
