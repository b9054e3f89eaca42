import type { ApiResponse } from '../../http/apiResponse';
import { isJsonObject, type JsonObject } from '../../http/endpoint';
import type { RequestError } from '../../http/requestError';
import { judge, objectOf } from '../../http/response';
import type { Profile } from '../../profile';
import type { Clues } from './clues';

/** How a response says one thing of all records of its request. */
export interface WholeResponse {
	/** What each record outputs, its `status` included; nothing where it does not say that it was done. */
	taken(body: JsonObject, record: JsonObject): JsonObject | undefined;
	/** What is wrong with a response although it says that it was done. */
	mistrust?(body: JsonObject, asked: JsonObject): RequestError | undefined;
	/** Where to look for what came of a request whose outcome is unknown. */
	clues?: Clues;
}

/**
 * Throws why a 2xx does not count as done, if it does not.
 *
 * @param asked the body of the request, or a record of it
 */
export function checkWhole(
	{ taken, mistrust }: WholeResponse,
	response: ApiResponse,
	asked: JsonObject,
	profile: Profile,
	idempotent: boolean,
): void {
	const refusal =
		judge(
			response,
			profile,
			idempotent,
			(told) => isJsonObject(told) && taken(told, asked) !== undefined,
		) ?? mistrust?.(objectOf(response, profile), asked);
	if (refusal !== undefined) throw refusal;
}
