import { sleep } from 'n8n-workflow';

/** Waits, at most until the execution is stopped. @returns whether the execution continues */
export async function sleepUnlessStopped(
	milliseconds: number,
	stop: AbortSignal | undefined,
): Promise<boolean> {
	if (stop?.aborted) return false;
	let onStop = () => {};
	const stopped = new Promise<boolean>((resolve) => {
		onStop = () => resolve(false);
		stop?.addEventListener('abort', onStop, { once: true });
	});
	const waited = sleep(milliseconds).then(() => true);
	return await Promise.race([waited, stopped]).finally(() =>
		stop?.removeEventListener('abort', onStop),
	);
}
