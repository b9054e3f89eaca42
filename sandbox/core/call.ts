import type { Account } from '../trackly/account/account';
import type { SendingList } from '../trackly/account/lists';
import { ApiError } from '../trackly/error-codes';

/** A request that passed authentication and the contract's checks. */
export interface Call<Body> {
	/** Path parameters, decoded. */
	params: Record<string, string>;
	query: Record<string, string | undefined>;
	body: Body;
	/** What is wrong with one entry of a bulk body; undefined when it is good. */
	refuse(record: unknown, index: number): ApiError | undefined;
	/** The contract's words for a refusal. */
	textFor(refusal: ApiError): string;
}

/** Answers one operation of the contract with its body; throws `ApiError` to refuse. */
export type Handler<Body = never> = (account: Account, call: Call<Body>) => object;

/** The operations that one resource file implements, by operationId of the contract. */
export type Handlers = Record<string, Handler>;

/** The account's list with this number; refuses with `list_not_found`. */
export function requireList(account: Account, listNumber: string): SendingList {
	const list = account.lists.withNumber(listNumber);
	if (list === undefined) throw new ApiError('list_not_found');
	return list;
}
