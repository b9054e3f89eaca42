import type { ApiError } from './contract/api-error';

/** A request that passed authentication and the contract's checks. */
export interface Call<Body> {
	/** Path parameters, decoded. */
	params: Record<string, string>;
	query: Record<string, string | undefined>;
	/** By lower-case name. */
	headers: Readonly<Record<string, string | string[] | undefined>>;
	body: Body;
	/** What is wrong with one entry of a bulk body; undefined when it is good. */
	refuse(record: unknown, index: number): ApiError | undefined;
	/** The contract's words for a refusal. */
	textFor(refusal: ApiError): string;
	/** Told of each entry that was refused, for the journal. */
	noteRefused(index: number): void;
}

/**
 * Responds to one operation of the contract: with a body, sent with status 200, or with an `ApiResponse`.
 * Throws `ApiError` to refuse.
 */
export type Handler<Account, Body = never> = (account: Account, call: Call<Body>) => object;

/** Handlers by operationId of the contract. */
export type Handlers<Account> = Record<string, Handler<Account>>;
