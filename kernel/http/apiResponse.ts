import type { JsonObject, JsonValue } from './endpoint';
import type { RequestError } from './requestError';

/** The response to a request that the API took: a 2xx, or a 4xx that reports what was done. */
export interface ApiResponse {
	status: number;
	/** The JSON value; `undefined` for a response without a body. */
	body: JsonValue | undefined;
	/** Why an earlier try of the same call may have been done, whatever this response says. */
	doubt?: RequestError;
	/** Whether making the call once more does no harm, even if its response cannot be used. */
	harmlessToRepeat?: boolean;
}

/** Whether a body says of each part of a request whether it was done, whatever its status. */
export type IsReport = (body: JsonObject) => boolean;
