import type { IExecuteFunctions } from 'n8n-workflow';

import {
	hashRequest,
	partName,
	recallOutcome,
	recordOutcome,
	type LedgerPage,
} from '../../delivery/ledger';
import type { Ledger } from './operation';

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
		recall(operationId, of, fingerprintOf) {
			// Most runs are first tries: a hash is made only where there is one to compare.
			if (!(of in page)) return undefined;
			return recallOutcome(page, of, hashRequest(operationId, fingerprintOf()));
		},
		record(operationId, of, fingerprint, outcome) {
			recordOutcome(page, of, hashRequest(operationId, fingerprint), outcome);
		},
		partsOf(itemIndex) {
			const start = partName(itemIndex, '');
			const names = Object.keys(page).filter((name) => name.startsWith(start));
			return names.map((name) => name.slice(start.length));
		},
		clear() {
			delete store[name];
		},
	};
}
