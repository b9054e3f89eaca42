import { createHash } from 'node:crypto';

/**
 * What goes wrong:
 * - `latency`: the response comes late: after `latencyMs`, or once the faults are cleared;
 * - `status`: refused with a status, nothing processed;
 * - `status_after`: processed, and then a status that says it failed;
 * - `drop_before` / `drop_after`: the connection is cut before / after processing;
 * - `truncate`: processed, half of the announced response arrives;
 * - `not_json`: processed, but the response is an HTML page, with status 200 unless told otherwise;
 * - `partial`: the records at `indexes` of a bulk call are rejected;
 * - `restart`: nothing processed; the account cuts all connections, stops listening and comes back
 *   after `downMs` with everything it knew.
 */
export const FAULT_KINDS = [
	'latency',
	'status',
	'status_after',
	'drop_before',
	'drop_after',
	'truncate',
	'not_json',
	'partial',
	'restart',
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
	/** Only requests whose body is larger than so many bytes. */
	aboveBytes?: number;
	/**
	 * Makes the choice of requests repeatable: whether one is hit depends on the seed, on what it holds
	 * and on how often that came before, not on when it comes.
	 */
	seed?: string;
	/** Delay before the fault acts, milliseconds. A `latency` fault without it holds what it hits. */
	latencyMs?: number;
	/** HTTP status of a `status` or `status_after` fault, default 500; of a `not_json` fault, default 200. */
	status?: number;
	/** A `status` fault comes as an HTML page, as from a gateway. */
	html?: boolean;
	/** `Retry-After` header of a `status` fault: seconds or an HTTP date. */
	retryAfter?: number | string;
	/** Error code of a `status`, `status_after` or `partial` fault. */
	code?: string;
	/** Record positions that a `partial` fault rejects. */
	indexes?: number[];
	/** How long a `restart` fault keeps the account away, milliseconds; default 0. */
	downMs?: number;
}

export interface Fault extends FaultInput {
	id: string;
	/** Requests hit so far. */
	hits: number;
}

/** A request as faults see it. */
export interface FaultyRequest {
	operationId?: string;
	/** Size of its body. */
	bytes: number;
	/** What tells it from others, for seeded faults. */
	content: () => string;
}

/** The faults that are switched on, oldest first. */
export class Faults {
	private readonly active: Fault[] = [];
	private made = 0;
	/** How often a seeded fault has seen a request, by fault and request. */
	private readonly seen = new Map<string, number>();
	private clearing = new AbortController();

	/** `changed` is called when the list of faults or a count of hits changes. */
	constructor(private readonly changed: () => void = () => undefined) {}

	add(input: FaultInput): Fault {
		const fault: Fault = { ...input, id: `fault_${++this.made}`, hits: 0 };
		this.active.push(fault);
		this.changed();
		return fault;
	}

	/** Switches one off; false when there is no such fault. */
	remove(id: string): boolean {
		const index = this.active.findIndex((fault) => fault.id === id);
		if (index < 0) return false;
		this.active.splice(index, 1);
		this.changed();
		return true;
	}

	list(): Fault[] {
		return this.active.map((fault) => ({ ...fault }));
	}

	/** Aborted when the faults are cleared. */
	get cleared(): AbortSignal {
		return this.clearing.signal;
	}

	/** Switches all of them off, and lets go what they hold. */
	clear(): void {
		this.clearing.abort();
		this.clearing = new AbortController();
		this.active.length = 0;
		this.seen.clear();
		this.changed();
	}

	/**
	 * The first fault that hits this call, counted as used; used-up faults are removed.
	 *
	 * @param request what of a request decides whether a fault hits it
	 */
	take(request: FaultyRequest): Fault | undefined {
		const index = this.active.findIndex(
			(fault) =>
				(fault.operationId === undefined || fault.operationId === request.operationId) &&
				(fault.aboveBytes === undefined || request.bytes > fault.aboveBytes) &&
				this.draw(fault, request.content) < (fault.probability ?? 1),
		);
		if (index < 0) return undefined;
		const fault = this.active[index];
		fault.hits += 1;
		if (fault.count !== undefined && fault.hits >= fault.count) this.active.splice(index, 1);
		this.changed();
		return fault;
	}

	/** A number in [0, 1). */
	private draw({ id, seed }: Fault, content: () => string): number {
		if (seed === undefined) return Math.random();
		const key = createHash('sha256').update(`${id}\n${content()}`).digest('hex');
		const times = (this.seen.get(key) ?? 0) + 1;
		this.seen.set(key, times);
		return createHash('sha256').update(`${seed}:${key}:${times}`).digest().readUInt32BE() / 2 ** 32;
	}
}
