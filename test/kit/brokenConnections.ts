import http from 'node:http';

/** What a socket of Node's fails with. */
export interface SocketFailure {
	code: string;
	syscall?: string;
	/** What it was made of, as when each of a host's addresses failed. */
	errors?: SocketFailure[];
}

/** When it fails: before anything was sent, or after the whole request was. */
export type Moment = 'connecting' | 'sent';

/**
 * Breaks the connection of every request from here on, with the error that Node would give; real
 * networks give such errors too seldom to wait for. `jest.restoreAllMocks` mends them.
 *
 * @returns how many requests were tried
 */
export function breakConnections(failure: SocketFailure, when: Moment): () => number {
	const { request } = http;
	let tries = 0;
	jest.spyOn(http, 'request').mockImplementation(((...call: Parameters<typeof request>) => {
		tries++;
		const made = request(...call);
		const fail = () => made.destroy(errorOf(failure));
		if (when === 'connecting') made.once('socket', fail);
		else made.once('finish', () => setImmediate(fail));
		return made;
	}) as typeof request);
	return () => tries;
}

function errorOf({ code, syscall, errors }: SocketFailure): Error {
	const facts = { code, ...(syscall !== undefined && { syscall }) };
	const message = `${syscall ?? ''} ${code} 192.0.2.1:443`.trim();
	if (errors === undefined) return Object.assign(new Error(message), facts);
	return Object.assign(new AggregateError(errors.map(errorOf)), facts);
}
