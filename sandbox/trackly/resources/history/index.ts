import type { Handlers } from '../../../core';
import type { Account } from '../../account/account';
import { clearHistory } from './clear-history';
import { importClicks } from './import-clicks';
import { importRevenue } from './import-revenue';
import { importSends } from './import-sends';

/** Past data. */
export const historyHandlers: Handlers<Account> = {
	importSends,
	importClicks,
	importRevenue,
	clearHistory,
};
