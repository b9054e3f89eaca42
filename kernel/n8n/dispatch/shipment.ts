import type { Note, Outcome } from '../../delivery/outcome';
import type { JsonObject } from '../../http/endpoint';
import type { Client } from '../run/operation';
import type { Guarded, GuardedWork } from './guardedWork';

/** What one input item asks for, checked and ready to be sent. */
export interface Entry extends Guarded {
	/** Entries with the same key leave one after the other, in order; those without wait for nobody. */
	orderingKey: string | undefined;
	/** Whether what came of it is kept for further tries, although its request may be repeated. */
	isKept?: boolean;
	/** An earlier try made the request, and its outcome is open. */
	isInDoubt?: boolean;
	/** What a failed outcome shows of the item, e.g. the recipient. */
	details: JsonObject;
	/** What a user should know of it before anything was sent. */
	notes?: readonly Note[];
}

/** What a kind of operation says of its sending. Everything else is the dispatcher's. */
export interface Shipment<E extends Entry, Response> {
	/** The entry of one item. @throws what is wrong with it */
	plan(itemIndex: number): E;
	/** What is shown of an item whose entry could not be made. */
	describe?(itemIndex: number): JsonObject;
	/** What is shown of an item whose request failed, besides its details, e.g. which request it was. */
	describeUnit?(unitNumber: number): JsonObject;
	/** The outcome of an entry that is not to be sent, e.g. because it repeats another one. */
	leaveOut?(entry: E): Outcome | undefined;
	/**
	 * Asks whether everything that the run is about to send may be sent, before any of it is.
	 *
	 * @throws why not; then nothing is sent
	 */
	checkAll?: ((client: Client, entries: readonly E[]) => Promise<void>) | undefined;
	/** What users can set to be sure; none for requests that may be made twice. */
	guarded: GuardedWork | undefined;
	/** Name of what is called for an entry, for the ledger. */
	operationOf(entry: E): string;
	/**
	 * Tells the request for an entry apart from every other one, the same with each try. Made when it is
	 * asked for: it may be long.
	 */
	fingerprintOf(entry: E): string;
	/** Whether making the request for these entries twice does the same as making it once. */
	isIdempotent(entries: readonly E[]): boolean;
	/**
	 * Units of sending: entries that travel in one request, in order.
	 *
	 * @param maxEntries entries of one request at most
	 */
	pack(entries: readonly E[], maxEntries: number): Array<readonly E[]>;
	/** Makes the request of one unit. @throws RequestError, also for a 2xx that says no */
	send(client: Client, unit: readonly E[], options: UnitOptions): Promise<Response>;
	/** What the response says of each entry, by its place in the unit. */
	outcomesOf(
		response: Response,
		unit: readonly E[],
		unitNumber: number,
		idempotent: boolean,
	): (entry: E, place: number) => Outcome;
	/** Units under way at the same time, without and with idempotency keys. */
	width: { plain: number; keyed: number };
	/** Whether one unit goes first, alone, and shows whether anything gets through. */
	probes: boolean;
	/** Units in a row whose outcome is unknown after which the run ends. */
	maxUnknownInRow: number;
	/** Whether, with On Error = Stop, one failed item ends the run. */
	endsAtFailure: boolean;
}

export interface UnitOptions {
	idempotent: boolean;
	atLeastOnce: boolean;
	/** The end of the run: after it no further request of the unit is made. */
	end: AbortSignal;
	/** The key of the unit's request, where the API takes one. */
	idempotencyKey?: string;
}
