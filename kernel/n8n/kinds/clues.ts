import type { ApiRequest, JsonObject } from '../../http/endpoint';

/**
 * Where to look for what may have come of a request whose outcome is unknown. What is found decides
 * nothing: the outcome stays unknown, and a person looks at it.
 */
export interface Clues {
	/** The request that shows it; nothing where it could not be told from others. */
	lookup(asked: JsonObject): ApiRequest | undefined;
	/**
	 * What a failed item shows of it; nothing where nothing fits.
	 *
	 * @param known ids of what other requests of this run did, which is not it
	 */
	find(shown: JsonObject, asked: JsonObject, known: ReadonlySet<string>): JsonObject | undefined;
	/** The id of what a response says was done. */
	idOf(body: JsonObject): string | undefined;
}
