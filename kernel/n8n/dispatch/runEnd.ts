import { RequestError } from '../../http/requestError';
import type { RunContext } from '../run/operation';

/** The end of a run: a failure that ends it, or a stop of the execution. After it nothing leaves. */
export interface End {
	readonly signal: AbortSignal;
	reason(): Error | undefined;
	because(error: Error): void;
	close(): void;
}

export function openEnd(run: RunContext): End {
	const controller = new AbortController();
	const stop = run.context.getExecutionCancelSignal?.();
	let reason: Error | undefined;
	const because = (error: Error) => {
		reason ??= error;
		controller.abort();
	};
	const onStop = () =>
		because(
			new RequestError('The execution was stopped before this was sent', {
				kind: 'refused',
				code: 'cancelled',
				fatal: true,
			}),
		);
	if (stop?.aborted) onStop();
	else stop?.addEventListener('abort', onStop, { once: true });
	return {
		signal: controller.signal,
		reason: () => reason,
		because,
		close: () => stop?.removeEventListener('abort', onStop),
	};
}
