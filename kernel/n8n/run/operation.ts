import type {
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodeProperties,
	ResourceMapperFields,
} from 'n8n-workflow';

import type { Outcome } from '../../delivery/outcome';
import type { ApiResponse, IsReport } from '../../http/apiResponse';
import type { RequestError } from '../../http/requestError';
import type { ApiRequest, JsonObject } from '../../http/endpoint';
import type { Rate } from '../../http/rateBudget';
import type { ReadScope } from '../../input/read';
import type { Profile } from '../../profile';
import type { ParameterReader } from './parameters';
import type { Progress } from './progress';

/** What a user picks: where it stands in the editor and what it says of itself. */
export interface OperationInfo {
	/** Value of the resource picker, e.g. `message`. */
	resource: string;
	/** Value of the operation picker, e.g. `sendMany`. */
	operation: string;
	/** Label in the operation picker, in Title Case. */
	name: string;
	/** Label in the node creator, e.g. "Send many text messages". */
	action: string;
	/** One sentence; AI agents choose by it too. */
	description: string;
}

/** An operation that can be shown and run. The kinds make these. */
export interface Operation extends OperationInfo {
	/** Its parameters, in the editor's order, without display options. */
	properties: INodeProperties[];
	/** Whether it calls the API; one that does not works without a credential. */
	needsCredential: boolean;
	/**
	 * Whether failed items stay among the output items even with On Error = Stop: where many travel in one request,
	 * partial failure is data. `parts`: only those of an item that took several requests do.
	 */
	failuresAreItems: boolean | 'parts';
	/** Whether the `status` of an item says what was done with it, e.g. `queued`. */
	reportsStatus?: boolean;
	/** Where it takes columns: the node's method by which the editor lists them. */
	mapper?: {
		method: string;
		/** @throws an error that tells the editor's user what to do */
		list(context: ILoadOptionsFunctions, profile: Profile): Promise<ResourceMapperFields>;
	};
	/** One outcome for each input item, in input order; or several that say whose they are (`Outcome.item`). */
	run(run: RunContext): Promise<Outcome[]>;
}

/** The picker's part of a definition. */
export function infoOf(look: OperationInfo): OperationInfo {
	const { resource, operation, name, action, description } = look;
	return { resource, operation, name, action, description };
}

/** One run of the node. */
export interface RunContext {
	context: IExecuteFunctions;
	items: INodeExecutionData[];
	parameters: ParameterReader;
	scope: ReadScope;
	/** What the API is like. */
	profile: Profile;
	/** On Error is Stop: a failed item ends the run, so nothing may start after it. */
	stopOnError: boolean;
	/** What earlier tries of this run have done. */
	ledger: Ledger;
	progress: Progress;
	/** The API client, made on first use. */
	client(): Promise<Client>;
}

/** Sends requests to one API with one credential. */
export interface Client {
	readonly profile: Profile;
	/**
	 * The response to a request that the API took. Repeats what may be repeated (`kernel/http/retry`).
	 *
	 * @throws RequestError
	 */
	request(request: ApiRequest, options?: SendOptions): Promise<ApiResponse>;
	/** The same for a response that is an object. @throws RequestError */
	send(request: ApiRequest, options?: SendOptions): Promise<JsonObject>;
	/** What the API says is left of its rate limit, if it said so. */
	rate?(): Rate | undefined;
}

export interface SendOptions {
	/** The body as JSON, where the caller has it already: its text, or the bytes of it. */
	body?: string | Buffer;
	/** Whether the call may be made again without harm; what its endpoint says unless given. */
	idempotent?: boolean;
	/** Whether it is made again after a lost response although that may do its work twice. */
	atLeastOnce?: boolean;
	/** The end of the run: after it the call is not made again. */
	end?: AbortSignal;
	/** What the API is to do once, where it takes such keys. */
	idempotencyKey?: string;
	/** Whether a refusal says that there is nothing left to do; it counts only where a try is in doubt. */
	isGoneAfter?(refusal: RequestError): boolean;
	/** A try of an earlier run of the node is in doubt. */
	isInDoubt?: boolean;
	/** Whether a body says what was done in part: then a 4xx with it is read like a 2xx. */
	isReport?: IsReport;
}

/** Whose request a ledger keeps: an item's, or that of a part of one (`partOf`). */
export type Ledgered = number | string;

/**
 * The memory of a run of the node across its tries. n8n's Retry On Fail, and retrying a failed
 * execution manually, run the whole node again on the same execution data; what was acknowledged or
 * may have been done is found here and not sent again.
 */
export interface Ledger {
	/** What an earlier try of this request ended in. */
	recall(operationId: string, of: Ledgered, fingerprintOf: () => string): Outcome | undefined;
	/** Keeps an outcome, as soon as it is known. */
	record(operationId: string, of: Ledgered, fingerprint: string, outcome: Outcome): void;
	/** Names of the parts of an item that are on record. */
	partsOf(itemIndex: number): string[];
	/** Forgets this run: the node has ended, no try follows. */
	clear(): void;
}
