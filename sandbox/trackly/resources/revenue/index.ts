import type { Handlers } from '../../../core';
import type { Account } from '../../account/account';
import { recordRevenue } from './record-revenue';
import { recordRevenueBulk } from './record-revenue-bulk';

/** Revenue of messages. */
export const revenueHandlers: Handlers<Account> = {
	recordRevenue,
	recordRevenueBulk,
};
