import type { ApiRequest, JsonObject } from '../../http/endpoint';
import type { RequestError } from '../../http/requestError';
import type { Evidence } from '../../http/response';
import type { Guarded, GuardedWork } from '../dispatch/guardedWork';
import type { Field, ValuesOf } from '../fields/field';
import type { Client, OperationInfo } from '../run/operation';
import type { Clues } from './clues';
import type { Confirmation } from './confirm';
import type { RequestContext } from './requestContext';
import type { Simplified } from './simplified';

/** Describes an operation that makes one request per input item. */
export interface PerItemDefinition<Fields extends readonly Field[]> extends OperationInfo {
	fields: Fields;
	/** The request for one item. @throws InputError */
	request(values: ValuesOf<Fields>, context: RequestContext): ApiRequest;
	/**
	 * Where an item can take several requests: the values of each, as far as they differ from those of the
	 * item. With On Error = Stop a failed one of several stays an item, because others were made.
	 */
	split?(values: ValuesOf<Fields>): Array<Partial<ValuesOf<Fields>>>;
	/** Where the request is a lookup: the requests that then do the work, one after the other. */
	followUp?: FollowUp<Fields>;
	/** Bytes of the body at most, where the API says so. */
	maxBodyBytes?: number;
	/** What a 2xx must hold to count as done; something that says so unless given. */
	evidence?: Evidence | 'none';
	/**
	 * Whether what came of a request that may be repeated is kept for further tries, e.g. because it costs
	 * money to begin again what failed.
	 */
	isKept?: boolean;
	/**
	 * For a request that leaves nothing to do for a repeat: whether a refusal says that it was done before,
	 * e.g. that what was to be deleted is not there. It counts only where an earlier try is in doubt.
	 */
	isGoneAfter?(refusal: RequestError): boolean;
	/**
	 * What the item outputs of a refusal that its user wants as data; nothing for one that is a failure.
	 * One that would meet every further request as well always is.
	 */
	outputOfRefusal?(refusal: RequestError, values: ValuesOf<Fields>): JsonObject | undefined;
	/**
	 * Until when the request is made again after a refusal that passes by itself, e.g. because the API is
	 * busy with what it needs: milliseconds since 1970, 0 for any other. Guards are checked each time.
	 *
	 * @param began when it was made first
	 */
	retryUntil?(refusal: RequestError, values: ValuesOf<Fields>, began: number): number;
	/** How to find out what happened to a request whose response was lost. */
	confirm?: Confirmation;
	/** Where to look for what may have come of it, where nothing shows it for certain. */
	clues?: Clues;
	/** Whether the API only simulates the work of a request. */
	isDry?(request: ApiRequest): boolean;
	/** What is wrong with a response although it says that it was done. */
	mistrust?(body: JsonObject, asked: JsonObject): RequestError | undefined;
	/**
	 * Asks whether the run may send what it is about to send, before the first request.
	 *
	 * @param bodies of all requests
	 * @param values of their items
	 * @throws why not; then nothing is sent
	 */
	checkAll?(
		client: Client,
		bodies: readonly JsonObject[],
		values: ReadonlyArray<ValuesOf<Fields>>,
	): Promise<void>;
	/**
	 * What the item outputs; the response as it came unless given, and one item for each entry of a
	 * response that is a list.
	 */
	output?(body: JsonObject, request: ApiRequest, values: ValuesOf<Fields>): JsonObject;
	/** What the item outputs of a response that is a text (`ApiRequest.textType`). */
	outputOfText?(text: string, values: ValuesOf<Fields>, request: ApiRequest): JsonObject[];
	/** What a simplified output is, e.g. where it has more than ten fields. */
	simplify?: Simplified;
	/**
	 * Items with the same key are sent one after the other, in order; others side by side. Reads need
	 * none; without one, writes go one by one.
	 */
	orderingKey?(request: ApiRequest): string;
	/** For requests that must not be made twice: what users can set to be sure. */
	guarded?: GuardedWork;
	/** What the execution of a single item is found by later, of its output. */
	labels?(output: JsonObject): JsonObject;
	/** For guarded requests: what must hold before one is made, looked up where it takes that. */
	check?(values: ValuesOf<Fields>, request: ApiRequest): Guarded['check'];
}

/** Requests that a lookup leads to; all must be idempotent. */
export interface FollowUp<Fields extends readonly Field[]> {
	/** @throws RequestError for a response that does not say what to do */
	requests(found: JsonObject, values: ValuesOf<Fields>): ApiRequest[];
	/** What the item outputs, after those that were done. */
	output(done: readonly ApiRequest[], found: JsonObject): JsonObject;
}
