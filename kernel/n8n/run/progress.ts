import type { IExecuteFunctions } from 'n8n-workflow';

/** Milliseconds between two lines. */
const PAUSE = 1_000;

/** Runs shorter than this need no word about their speed; milliseconds. */
const LONG_RUN = 5_000;

/** How far a run of the node has come. */
export interface Progress {
	/**
	 * Tells the browser's console of a manual run how much is done, once a second at most.
	 *
	 * @param total how much there is, where that is known
	 */
	tell(done: number, total?: number): void;
	/** Duration and speed of a long run in words, for `count` items; `undefined` for a short one. */
	pace(count: number): string | undefined;
}

/** @param now milliseconds */
export function trackProgress(context: IExecuteFunctions, now = Date.now): Progress {
	const started = now();
	let last = started;
	return {
		tell(done, total) {
			if (now() - last < PAUSE) return;
			last = now();
			const of = total === undefined ? '' : ` of ${total.toLocaleString('en')}`;
			// An n8n without it tells nothing.
			context.sendMessageToUI?.(`${context.getNode().name}: ${done.toLocaleString('en')}${of}`);
		},
		pace(count) {
			const elapsed = now() - started;
			if (elapsed < LONG_RUN) return undefined;
			const rate = Math.round((count * 1_000) / elapsed);
			return `${Math.round(elapsed / 1_000)} s, ${rate.toLocaleString('en')} items a second`;
		},
	};
}
