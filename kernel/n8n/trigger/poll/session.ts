import type { IDataObject } from 'n8n-workflow';

import { RequestError } from '../../../http/requestError';
import { objectOf } from '../../../http/response';
import type { Client } from '../../run/operation';

/** Something that happened, as a value. */
export interface PollEvent {
	/** Value in the Events field, and `event` of its item. */
	kind: string;
	/** Columns of its item, in their order. */
	fields: IDataObject;
	/** What tells it from all others of its kind: the same whenever it is found again. */
	identity: ReadonlyArray<string | number>;
}

/** Texts by key that a trigger keeps between its polls. */
export type PollState = Map<string, string>;

/** One poll, as its watches see it. */
export interface PollSession {
	/** Its requests are counted: once there are enough, or time is up, it throws `Enough`. */
	client: Client;
	/** How many more it may make. */
	requestsLeft(): number;
	/** Milliseconds since 1970. */
	now: number;
	/** What is kept; changes count once the poll is over. */
	state: PollState;
	emit(event: PollEvent): void;
	log(text: string): void;
}

/** Something that a trigger looks at with every poll. */
export interface Watch {
	/** What its keys in the state begin with, before a `/`. What belongs to no watch is forgotten. */
	key: string;
	/**
	 * Looks for what happened since the last poll and emits it. What it put into the state so far
	 * belongs to what it emitted so far, so that it may end anywhere.
	 *
	 * @throws Enough, RequestError, InputError
	 */
	poll(session: PollSession): Promise<void>;
	/** Some events as they would come, for the editor. It changes no state. */
	sample(session: PollSession): Promise<PollEvent[]>;
}

/** The poll has made its requests; the next one continues. */
export class Enough extends Error {}

/** How much one poll may do. */
export interface Allowance {
	requests: number;
	/** Milliseconds since 1970. */
	until: number;
}

/** The client with its requests counted, and how many more there may be. */
export function countedClient(
	client: Client,
	{ requests, until }: Allowance,
): Pick<PollSession, 'client' | 'requestsLeft'> {
	let left = requests;
	const request: Client['request'] = async (asked, options) => {
		const time = until - Date.now();
		if (left <= 0 || time <= 0) throw new Enough();
		left--;
		return await client.request(asked, { end: AbortSignal.timeout(time), ...options });
	};
	const send: Client['send'] = async (asked) => objectOf(await request(asked), client.profile);
	return { client: { ...client, request, send }, requestsLeft: () => left };
}

/** Whether the API wants to be left alone for a while. */
export function isTooMany(error: unknown): error is RequestError {
	return error instanceof RequestError && error.status === 429;
}
