import type { ApiResponse } from '../../http/apiResponse';
import { isJsonObject, type ApiRequest, type JsonObject } from '../../http/endpoint';
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
	 * @param known ids of what other requests of this run did, which is not it
	 */
	find(
		shown: JsonObject,
		asked: ApiRequest,
		since: number,
		known: ReadonlySet<string>,
	): JsonObject | undefined;
	/** The id of what a response says was done. */
	idOf(response: JsonObject): string | undefined;
}

/** What requests of one run did, by id, so that none is taken for what another one did. */
export type KnownIds = Set<string>;

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
	known: KnownIds,
): Promise<ApiResponse> {
	if (confirm === undefined) return await send();
	const since = Date.now();
	const response = await send().catch(async (error: unknown) => {
		const isUnknown = error instanceof RequestError && error.kind === 'unknown';
		const found =
			isUnknown && !options.end.aborted
				? await shownBy(client, confirm.lookup(asked), options.end, (shown) =>
						confirm.find(shown, asked, since, known),
					)
				: undefined;
		if (found === undefined) throw error;
		return { status: 200, body: found };
	});
	const id = isJsonObject(response.body) ? confirm.idOf(response.body) : undefined;
	if (id !== undefined) known.add(id);
	return response;
}

/** What a lookup shows of something; one that fails shows nothing. */
export async function shownBy(
	client: Client,
	lookup: ApiRequest,
	end: AbortSignal,
	findIn: (shown: JsonObject) => JsonObject | undefined,
): Promise<JsonObject | undefined> {
	try {
		const shown = await client.request(lookup, { end });
		return findIn(objectOf(shown, client.profile));
	} catch {
		return undefined;
	}
}
