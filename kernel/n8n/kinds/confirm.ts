import type { ApiResponse } from '../../http/apiResponse';
import type { ApiRequest, JsonObject } from '../../http/endpoint';
import { RequestError } from '../../http/requestError';
import { objectOf } from '../../http/response';
import type { Client, SendOptions } from '../run/operation';

/** How to find out whether a request whose response was lost was done all the same. */
export interface Confirmation {
	/** What shows what was done. */
	lookup(asked: ApiRequest): ApiRequest;
	/**
	 * The response that was lost, as far as the lookup shows it; nothing where it does not show that the
	 * request was done, which does not mean that it was not.
	 *
	 * @param since when the request was made; milliseconds since 1970
	 */
	find(shown: JsonObject, asked: ApiRequest, since: number): JsonObject | undefined;
}

/**
 * The response to a request, or what a lookup shows of it where its outcome is unknown.
 *
 * @throws RequestError where the request failed, or its outcome stays unknown
 */
export async function sendOrConfirm(
	client: Client,
	asked: ApiRequest,
	options: SendOptions & { end: AbortSignal },
	send: () => Promise<ApiResponse>,
	confirm: Confirmation | undefined,
): Promise<ApiResponse> {
	const since = Date.now();
	return await send().catch(async (error: unknown) => {
		const isUnknown = error instanceof RequestError && error.kind === 'unknown';
		const found =
			isUnknown && confirm !== undefined && !options.end.aborted
				? await find(client, asked, options, confirm, since)
				: undefined;
		if (found === undefined) throw error;
		return { status: 200, body: found };
	});
}

/** A lookup that fails shows nothing. */
async function find(
	client: Client,
	asked: ApiRequest,
	{ end }: { end: AbortSignal },
	{ lookup, find: findIn }: Confirmation,
	since: number,
): Promise<JsonObject | undefined> {
	try {
		const shown = await client.request(lookup(asked), { end });
		return findIn(objectOf(shown, client.profile), asked, since);
	} catch {
		return undefined;
	}
}
