import type { Endpoint, JsonObject } from './http/endpoint';
import type { RequestError } from './http/requestError';
import type { PathSettings } from './http/pathSettings';
import type { Paging } from './http/paging';
import type { RateLimit } from './http/rateBudget';

/** What the kernel has to know of an API. Everything else in the kernel fits any of them. */
export interface Profile {
	/** Prefix of what is stored in n8n, e.g. in the list of idempotency keys. Never changes. */
	id: string;
	/** What users call the service. */
	name: string;
	credentialType: string;
	/** The base URL a credential stands for, checked. @throws when the credential is not usable */
	baseUrlOf(credential: Record<string, unknown>): string;
	/** Where an endpoint lives: the base URL itself, or a sibling of it. */
	addressOf(endpoint: Endpoint, baseUrl: string): string;
	/** The paths that a credential may replace, where the API does not document all of them. */
	pathSettings?: PathSettings;
	/** What keys and secrets look like in a text; they are hidden in errors and logs. */
	secrets: readonly RegExp[];
	/** The keys and secrets of a credential, which are hidden whatever they look like. */
	secretsIn(credential: Record<string, unknown>): readonly string[];
	/** Milliseconds after which a response that is not there in whole counts as lost. */
	responseTimeout: number;
	retry: RetryPolicy;
	/**
	 * Header in which the API takes an idempotency key, if it does. Every request for an item that
	 * writes carries one, the same with each try.
	 */
	idempotencyHeader?: string;
	/** Milliseconds that the headers of a response ask to wait before the next request. */
	waitOf(headers: Record<string, unknown>, now: number): number | undefined;
	/** How the API tells how many requests it still takes, where it does. */
	rateLimit?: RateLimit;
	/** What a body says went wrong, in the API's own words and code. */
	readError(body: JsonObject, status: number): { text?: string; code?: string };
	/** Whether the body of a 2xx says that nothing was done. */
	saysNo(body: JsonObject): boolean;
	/** Names in a body that say nothing of the work itself, e.g. `success`. */
	envelope: readonly string[];
	/** Whether the API's refusal would meet every further request as well: the key, the account. */
	isFatal(refusal: Pick<RequestError, 'status' | 'code' | 'message'>): boolean;
	/** How the response to many records names those it did not take; for APIs that take many. */
	bulk?: BulkNames;
	/** How pages of rows follow each other, unless an endpoint says otherwise. */
	paging: Paging;
	/** How the API spells names and the codes of what is wrong with a field. */
	spelling: Spelling;
	limits: {
		/** Bytes of one request body. */
		maxRequestBytes: number;
	};
	/** What to do about an error, in a sentence, by its machine code. */
	adviceFor(code: string): string | undefined;
}

/** When and how often to try again. Times in milliseconds. */
export interface RetryPolicy {
	/** Tries in all, the first one included. */
	maxAttempts: number;
	baseDelay: number;
	maxDelay: number;
	/** No new try starts when its delay would pass this total, counted from the first try. */
	totalBudget: number;
	/** The longest that the API may ask to wait; a request that would have to wait longer fails. */
	longestWait?: number;
	/** Statuses with which the API says that it did not look at the request, e.g. 429. */
	unprocessed: readonly number[];
	/** Codes with which it says the same, whatever the status. */
	unprocessedCodes?: readonly string[];
}

/** Names in the response to many records. */
export interface BulkNames {
	/** List of the records that failed. */
	errors: string;
	/** In an entry of it: place of the record in the request, from 0. */
	index: string;
	/** In an entry of it: what went wrong. */
	text: string;
	/** In an entry of it: machine code. */
	code: string;
	/** In an entry of it: what else is said about the record, for the user to see. */
	details?: readonly string[];
	/** Count of all that failed. */
	failedCount: string;
}

/** How an API spells. */
export interface Spelling {
	/** The API's name of a parameter, e.g. `list_number` of `listNumber`. */
	apiName(name: string): string;
	/** The machine code of a field that is missing or invalid. */
	codeOf(problem: 'missing' | 'invalid', apiName: string): string;
}
