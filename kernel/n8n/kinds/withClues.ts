import { isJsonObject, type JsonObject, type JsonValue } from '../../http/endpoint';
import { RequestError } from '../../http/requestError';
import type { Client, SendOptions } from '../run/operation';
import type { Clues } from './clues';
import { shownBy, type KnownIds } from './confirm';

/**
 * The response to a request. Where its outcome is unknown, the error has what a lookup shows.
 *
 * @param asked the body of the request
 * @param known ids of what requests of this run did; this one's is added
 * @throws RequestError
 */
export async function withClues<Response extends { body: JsonValue | undefined }>(
	client: Client,
	asked: JsonObject,
	{ idempotent, end }: SendOptions & { end: AbortSignal },
	clues: Clues | undefined,
	known: KnownIds,
	send: () => Promise<Response>,
): Promise<Response> {
	const response = await send().catch(async (error: unknown) => {
		const isOpen = error instanceof RequestError && error.kind === 'unknown' && !error.fatal;
		const request = isOpen && idempotent !== true ? clues?.lookup(asked) : undefined;
		if (request === undefined || end.aborted) throw error;
		const found = await shownBy(client, request, end, (shown) => clues!.find(shown, asked, known));
		throw found === undefined ? error : withDetails(error as RequestError, found);
	});
	const id = isJsonObject(response.body) ? clues?.idOf(response.body) : undefined;
	if (id !== undefined) known.add(id);
	return response;
}

function withDetails(error: RequestError, found: JsonObject): RequestError {
	const { message, kind, code, status, fatal, details, advice, harmlessToRepeat, repeated } = error;
	const facts = { kind, code, status, fatal, details: { ...details, ...found } };
	return Object.assign(new RequestError(message, facts), { advice, harmlessToRepeat, repeated });
}
