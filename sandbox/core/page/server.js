// What the page asks of the sandbox. Addresses are relative: there is no other host.

/** Returns the JSON of a response. @throws Error with the sandbox's words when it refuses */
export async function read(path, options) {
	const response = await fetch(`/_sandbox/${path}`, options);
	const body = await response.json();
	if (!response.ok) throw new Error(body.message ?? body.error ?? `Status ${response.status}`);
	return body;
}

export async function post(path, body = {}) {
	return await read(path, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
}

export async function remove(path) {
	return await read(path, { method: 'DELETE' });
}

/**
 * Calls `refresh` on every signal of the sandbox, one at a time: signals that come meanwhile are
 * followed by one more. `onState` hears whether the line is up; the browser reconnects by itself.
 */
export function live(refresh, onState) {
	let running = null;
	let again = false;
	const run = () => {
		again = true;
		running ??= (async () => {
			while (again) {
				again = false;
				await refresh();
			}
		})()
			.catch(() => undefined) // the line's state says when the sandbox is away
			.finally(() => {
				running = null;
			});
		return running;
	};
	const events = new EventSource('/_sandbox/events');
	events.addEventListener('open', () => {
		onState('live');
		void run();
	});
	events.addEventListener('message', run);
	events.addEventListener('error', () => onState('away'));
	return run;
}
