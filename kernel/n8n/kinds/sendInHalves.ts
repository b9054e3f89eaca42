import { RequestError, toError } from '../../http/requestError';

/** What came of one request of those that a unit took. */
export interface Part<Response> {
	/** Records of the unit that it was for. */
	count: number;
	response?: Response;
	error?: Error;
}

/** Whether a server said that a request is too large, so that nothing of it was done. */
export function isTooLarge(error: unknown): error is RequestError {
	return error instanceof RequestError && error.kind === 'refused' && error.status === 413;
}

/**
 * Sends records in one request; where the server finds it too large, in two halves, and so on.
 *
 * @param known what the server found too large before in this run, which is halved from the start
 * @param end after it no further request is made
 * @returns what came of the records, in order
 * @throws what a request for all of them throws
 */
export async function sendInHalves<Item, Response>(
	all: readonly Item[],
	send: (items: readonly Item[]) => Promise<Response>,
	known: { count: number },
	end: AbortSignal,
): Promise<Array<Part<Response>>> {
	const parts: Array<Part<Response>> = [];
	const open = [all];
	let ended: Error | undefined;
	for (let items = open.pop(); items !== undefined; items = open.pop()) {
		const count = items.length;
		if (ended !== undefined || (parts.length > 0 && end.aborted)) {
			parts.push({ count, error: notTried(ended) });
			continue;
		}
		const half = Math.ceil(count / 2);
		const halves = [items.slice(half), items.slice(0, half)];
		if (count > 1 && count >= known.count) {
			open.push(...halves);
			continue;
		}
		const result = await send(items).catch(toError);
		if (!(result instanceof Error)) parts.push({ count, response: result });
		else if (count > 1 && isTooLarge(result)) {
			known.count = count;
			open.push(...halves);
		} else if (count === all.length) throw result;
		else {
			parts.push({ count, error: result });
			if (result instanceof RequestError && result.fatal) ended = result;
		}
	}
	return parts;
}

function notTried(reason: Error | undefined): RequestError {
	const because = reason === undefined ? '' : `: ${reason.message}`;
	const text = `The run ended before the request for this item was made${because}`;
	return new RequestError(text, { kind: 'refused', code: 'not_sent' });
}
