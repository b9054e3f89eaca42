import type { Note } from '../../delivery/outcome';
import type { Endpoint, JsonObject } from '../../http/endpoint';
import type { NumberReader } from '../../input/file/readNumbers';
import type { GuardedWork } from '../dispatch/guardedWork';
import type { Field, ValuesOf } from '../fields/field';
import type { Client, OperationInfo } from '../run/operation';
import type { WholeResponse } from './wholeResponse';
import type { RequestContext } from './requestContext';

/** Describes an operation that makes the requests of a file of numbers. */
export interface FromFileDefinition<
	Fields extends readonly Field[],
	Options extends readonly Field[],
> extends OperationInfo {
	/** Shown above the fields of the file. */
	fields: Fields;
	/** Shown below them, after "Add option". */
	options: Options;
	endpoint: Endpoint;
	list: NumberListInBody;
	/** Numbers of one request at most. */
	perRequest(options: Partial<ValuesOf<Options>>): number;
	/** How the values of a file are read. @param note tells users something about them */
	reader(note: (note: Note) => void): NumberReader;
	/** The body of an item's requests, without the numbers. @throws InputError */
	head(
		values: ValuesOf<Fields>,
		options: Partial<ValuesOf<Options>>,
		context: Pick<RequestContext, 'note' | 'startedAt'>,
	): JsonObject;
	/** How a response speaks of its request; asked is the body without the numbers. */
	whole: WholeResponse;
	/** Whether the API only simulates the work of requests. */
	isDry?(head: JsonObject): boolean;
	/**
	 * Asks whether the run may send what it is about to send, before the first request.
	 *
	 * @param options of the items of these requests, each that differs
	 * @throws why not; then nothing is sent
	 */
	checkAll?(
		client: Client,
		requests: readonly PlannedRequest[],
		options: ReadonlyArray<Partial<ValuesOf<Options>>>,
	): Promise<void>;
	/** For requests that must not be made twice: what users can set to be sure. */
	guarded?: Omit<GuardedWork, 'identify'>;
}

/** A request that is about to be made. */
export interface PlannedRequest {
	/** Its body without the numbers. */
	head: JsonObject;
	/** How many numbers it has. */
	count: number;
	/** The numbers in a body with another head, e.g. for a lookup. */
	bodyWith(head: JsonObject): Buffer;
}

/** The list in a body that takes numbers, as texts of digits. */
export interface NumberListInBody {
	name: string;
	/** An entry, for checking the body. */
	sample: string;
}
