import type { IExecuteFunctions } from 'n8n-workflow';

import { hashRequest, recallOutcome, recordOutcome, type LedgerPage } from '../../delivery/ledger';
import type { Outcome } from '../../delivery/outcome';

/**
 * The memory of a run of the node across its tries. n8n's Retry On Fail, and retrying a failed
 * execution manually, run the whole node again on the same execution data; what was acknowledged or
 * may have been done is found here and not sent again.
 */
export interface Ledger {
	/** What an earlier try of this request ended in. */
	recall(operationId: string, itemIndex: number, fingerprint: string): Outcome | undefined;
	/** Keeps an outcome, as soon as it is known. */
	record(operationId: string, itemIndex: number, fingerprint: string, outcome: Outcome): void;
	/** Forgets this run: the node has ended, no try follows. */
	clear(): void;
}

/**
 * The ledger of the run that `context` stands for; a loop has one for each of its runs.
 *
 * @param id prefix of what the package stores
 */
export function openLedger(context: IExecuteFunctions, id: string): Ledger {
	const store = context.getContext('node');
	const name = `${id}-ledger-${context.getWorkflowDataProxy(0).$runIndex}`;
	const page = (store[name] ??= {}) as LedgerPage;
	return {
		recall(operationId, itemIndex, fingerprint) {
			// Most runs are first tries: a hash is made only where there is one to compare.
			if (!(itemIndex in page)) return undefined;
			return recallOutcome(page, itemIndex, hashRequest(operationId, fingerprint));
		},
		record(operationId, itemIndex, fingerprint, outcome) {
			recordOutcome(page, itemIndex, hashRequest(operationId, fingerprint), outcome);
		},
		clear() {
			delete store[name];
		},
	};
}
