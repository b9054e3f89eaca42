import type { Endpoint, JsonObject } from '../../http/endpoint';
import type { NumberReader } from '../../input/file/readNumbers';
import type { GuardedWork } from '../dispatch/guardedWork';
import type { Field, ValuesOf } from '../fields/field';
import type { OperationInfo } from '../run/operation';
import type { RequestContext } from './perItem';

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
	/** How the values of the file are read. */
	reader(values: ValuesOf<Fields>): NumberReader;
	/** The body of an item's requests, without the numbers. @throws InputError */
	head(
		values: ValuesOf<Fields>,
		options: Partial<ValuesOf<Options>>,
		context: Pick<RequestContext, 'note' | 'startedAt'>,
	): JsonObject;
	/**
	 * What an accepted request outputs, besides how many numbers it had and of which rows; nothing where
	 * the response does not show that it was accepted.
	 */
	taken(body: JsonObject, head: JsonObject): JsonObject | undefined;
	/** For requests that must not be made twice: what users can set to be sure. */
	guarded?: Omit<GuardedWork, 'identify'>;
}

/** The list in a body that takes numbers, as texts of digits. */
export interface NumberListInBody {
	name: string;
	/** What a number is called, in the plural, e.g. "Numbers". */
	label: string;
	/** An entry, for checking the body. */
	sample: string;
	/** Numbers of one request unless users set a number. */
	usual: number;
	/** Numbers of one request at most. */
	most: number;
}
