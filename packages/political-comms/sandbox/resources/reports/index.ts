import type { Handlers } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { getLedgerUsage } from './get-ledger-usage';
import { getLedgerUsageByInitiator } from './get-ledger-usage-by-initiator';
import { getMessageStats } from './get-message-stats';

/** Reports. */
export const reportHandlers: Handlers<Account> = {
	getMessageStats,
	getLedgerUsage,
	getLedgerUsageByInitiator,
};
