import type { RequestEntry } from './entries';

/** Totals of the requests to one operation. */
export interface OperationSummary {
	count: number;
	/** Records of all requests together. */
	records: number;
	/** Most records in one request. */
	maxRecords: number;
	/** Largest body, bytes. */
	maxBytes: number;
	/** Requests by HTTP status; `cut` counts cut connections. */
	statuses: Record<string, number>;
}

/** Counts requests as they come, so that totals cost nothing to ask for. */
export class RequestTotals {
	private readonly operations = new Map<string, OperationSummary>();

	add(entry: Omit<RequestEntry, 'id'>): void {
		const id = entry.operationId ?? 'unknown';
		const total = this.operations.get(id) ?? {
			count: 0,
			records: 0,
			maxRecords: 0,
			maxBytes: 0,
			statuses: {},
		};
		this.operations.set(id, total);
		const status = String(entry.status ?? 'cut');
		total.count += 1;
		total.records += entry.records;
		total.maxRecords = Math.max(total.maxRecords, entry.records);
		total.maxBytes = Math.max(total.maxBytes, entry.bytes);
		total.statuses[status] = (total.statuses[status] ?? 0) + 1;
	}

	byOperation(): Record<string, OperationSummary> {
		return structuredClone(Object.fromEntries(this.operations));
	}
}
