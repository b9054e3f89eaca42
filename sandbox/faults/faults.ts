/**
 * What goes wrong:
 * - `latency`: the answer comes late;
 * - `status`: refused with a status, nothing processed;
 * - `drop_before` / `drop_after`: the connection is cut before / after processing;
 * - `truncate`: processed, half of the announced answer arrives;
 * - `not_json`: processed, answered 200 with an HTML page;
 * - `partial`: the records at `indexes` of a bulk call are rejected.
 */
export const FAULT_KINDS = [
	'latency',
	'status',
	'drop_before',
	'drop_after',
	'truncate',
	'not_json',
	'partial',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface FaultInput {
	kind: FaultKind;
	/** Only this operation of the contract; without it, all of them. */
	operationId?: string;
	/** How many requests it hits before it is used up; without it, until cleared. */
	count?: number;
	/** Chance from 0 to 1 that a request is hit; default 1. */
	probability?: number;
	/** Delay before the fault acts, milliseconds. */
	latencyMs?: number;
	/** HTTP status of a `status` fault; default 500. */
	status?: number;
	/** `Retry-After` header of a `status` fault: seconds or an HTTP date. */
	retryAfter?: number | string;
	/** Error code of a `status` or `partial` fault. */
	code?: string;
	/** Record positions that a `partial` fault rejects. */
	indexes?: number[];
}

export interface Fault extends FaultInput {
	id: string;
	/** Requests hit so far. */
	hits: number;
}

/** The faults that are switched on, oldest first. */
export class Faults {
	private readonly active: Fault[] = [];
	private made = 0;

	add(input: FaultInput): Fault {
		const fault: Fault = { ...input, id: `fault_${++this.made}`, hits: 0 };
		this.active.push(fault);
		return fault;
	}

	list(): Fault[] {
		return this.active.map((fault) => ({ ...fault }));
	}

	clear(): void {
		this.active.length = 0;
	}

	/** The first fault that hits this call, counted as used; used-up faults are removed. */
	take(operationId: string | undefined): Fault | undefined {
		const index = this.active.findIndex(
			(fault) =>
				(fault.operationId === undefined || fault.operationId === operationId) &&
				Math.random() < (fault.probability ?? 1),
		);
		if (index < 0) return undefined;
		const fault = this.active[index];
		fault.hits += 1;
		if (fault.count !== undefined && fault.hits >= fault.count) this.active.splice(index, 1);
		return fault;
	}
}
