import type { JsonObject } from '../../http/endpoint';

/** How far the API is with a job. */
export interface JobState {
	is: 'pending' | 'ready' | 'failed';
	/** Milliseconds that it is going to take, where the API says so: no need to ask before. */
	estimate?: number;
	/** Why it failed, where the API says so. */
	reason?: string;
}

/** A job that an item still waits for. Times in milliseconds since 1970. */
export interface OpenJob {
	itemIndex: number;
	/** What its start returned. */
	started: JsonObject;
	/** What it looked like when it was last asked for. */
	latest: JsonObject;
	stateOf(output: JsonObject): JobState;
	/** What the item wants its output to be. */
	shape(output: JsonObject): JsonObject;
	/** Whether the item fails when it is not ready in time. */
	fails: boolean;
	/** When the item waits no longer. */
	until: number;
	/** Milliseconds between the last question and the next. */
	pause: number;
	nextAt: number;
}

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 30_000;

/** Milliseconds until a job is asked for again: 2 s at first, half as much more each time, up to 30 s. */
export function pauseAfter(pause: number | undefined): number {
	return pause === undefined ? FIRST_PAUSE : Math.min(LONGEST_PAUSE, pause * 1.5);
}
