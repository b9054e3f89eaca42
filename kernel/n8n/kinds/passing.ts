import { PollShare } from '../../delivery/pollShare';
import { RequestError } from '../../http/requestError';
import type { Client } from '../run/operation';
import { sleepUnlessStopped } from '../run/sleep';
import { pauseAfter } from './openJob';

/** How long a request is made again, and when. */
export interface Patience {
	/**
	 * Until when a refusal is waited for that passes by itself: milliseconds since 1970, 0 for any other.
	 *
	 * @param began when the request was made first
	 */
	until(refusal: RequestError, began: number): number;
	/** The end of the run: after it the request is not made again. */
	end: AbortSignal;
	/** What must still hold when it is made again. @throws why it is not made */
	check(): Promise<void>;
}

/**
 * Makes a request, and again while the API refuses it for something that passes by itself. A refusal says
 * that nothing was done, so nothing is done twice.
 *
 * @throws what `send` throws; a refusal that outlasts the patience
 */
export async function sendPast<Response>(
	client: Pick<Client, 'rate'>,
	{ until, end, check }: Patience,
	send: () => Promise<Response>,
): Promise<Response> {
	const began = Date.now();
	const share = new PollShare();
	let pause: number | undefined;
	for (;;) {
		const came = await send().then(
			(response) => ({ response }),
			(error: unknown) => ({ error }),
		);
		if ('response' in came) return came.response;
		const { error } = came;
		const isRefusal = error instanceof RequestError && error.kind === 'refused' && !error.fatal;
		const now = Date.now();
		const left = isRefusal ? until(error, began) - now : 0;
		if (left <= 0) throw error;
		pause = pauseAfter(pause);
		const wanted = Math.max(pause, share.delay(client.rate?.(), now));
		if (!(await sleepUnlessStopped(Math.min(left, wanted), end))) throw error;
		share.spend();
		await check();
	}
}
