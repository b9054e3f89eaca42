import type { IExecuteFunctions } from 'n8n-workflow';

import type { Endpoint } from '../../http/endpoint';
import { hashRequest, recallOutcome, recordOutcome, type LedgerPage } from '../../delivery/ledger';
import type { Outcome } from '../../delivery/outcome';

/**
 * The memory of a run of the node across its tries. n8n's Retry On Fail, and retrying a failed
 * execution by hand, run the whole node again on the same execution data; what was acknowledged or
 * may have been done is found here and not sent again.
 */
export interface Ledger {
	/** What an earlier try of this request ended in; nothing for requests that are safe to repeat. */
	recall(endpoint: Endpoint, itemIndex: number, body: string): Outcome | undefined;
	/** Keeps an outcome, as soon as it is known. */
	record(endpoint: Endpoint, itemIndex: number, body: string, outcome: Outcome): void;
	/** Forgets this run: the node has ended, no try follows. */
	clear(): void;
}

/** The ledger of the run that `context` stands for; a loop has one for each of its runs. */
export function openLedger(context: IExecuteFunctions): Ledger {
	const store = context.getContext('node');
	const name = `trackly-ledger-${context.getWorkflowDataProxy(0).$runIndex}`;
	const page = (store[name] ??= {}) as LedgerPage;
	return {
		recall({ operationId, idempotent }, itemIndex, body) {
			// Most runs are first tries: a fingerprint is made only where there is one to compare.
			if (idempotent || !(itemIndex in page)) return undefined;
			return recallOutcome(page, itemIndex, hashRequest(operationId, body));
		},
		record({ operationId, idempotent }, itemIndex, body, outcome) {
			if (idempotent) return;
			recordOutcome(page, itemIndex, hashRequest(operationId, body), outcome);
		},
		clear() {
			delete store[name];
		},
	};
}
