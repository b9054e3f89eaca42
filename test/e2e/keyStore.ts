import { changeDatabase } from '../../host/database';
import type { N8nInstance } from '../../host/n8n';

/** A way in which n8n's store of processed items, where idempotency keys are kept, fails. */
interface StoreFault {
	begin: string;
	end: string;
}

const STORE_FAULTS = {
	'cannot be read': {
		begin: 'ALTER TABLE processed_data RENAME TO processed_data_away',
		end: 'ALTER TABLE processed_data_away RENAME TO processed_data',
	},
	/** Keys can be given back all the same: their list gets shorter. */
	'takes no keys': {
		begin: `CREATE TRIGGER no_keys BEFORE UPDATE ON processed_data
			WHEN length(NEW.value) >= length(OLD.value)
			BEGIN SELECT RAISE(ABORT, 'database is locked'); END`,
		end: 'DROP TRIGGER no_keys',
	},
} satisfies Record<string, StoreFault>;

/** Does something while the store fails; afterwards it holds what it held before. */
export async function whileStoreFails<T>(
	n8n: N8nInstance,
	fault: keyof typeof STORE_FAULTS,
	work: () => Promise<T>,
): Promise<T> {
	const { begin, end } = STORE_FAULTS[fault];
	changeDatabase(n8n, begin);
	try {
		return await work();
	} finally {
		changeDatabase(n8n, end);
	}
}
