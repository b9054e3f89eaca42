import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { RateBudget, type Rate, type RateLimit } from '../../http/rateBudget';
import { RequestError } from '../../http/requestError';
import type { Profile } from '../../profile';
import { sleepUnlessStopped } from './sleep';

/** In the editor nobody waits long for a list to pick from. */
const LONGEST_IN_EDITOR = 5_000;

const SETTINGS = 'requestSettings';
const LONGEST_WAIT = 'longestRateLimitWait';

/** The settings that a node of an API with a rate limit has for all of its operations. */
export function requestSettings({ longestWait }: RateLimit): INodeProperties {
	return {
		displayName: 'Request Settings',
		name: SETTINGS,
		type: 'collection',
		placeholder: 'Add setting',
		default: {},
		options: [
			{
				displayName: 'Longest Wait for Rate Limit',
				name: LONGEST_WAIT,
				type: 'number',
				noDataExpression: true,
				typeOptions: { minValue: 0 },
				default: longestWait / 1_000,
				description:
					'How many seconds a request may wait for the rate limit. An item that would have to wait longer fails and says when to try again.',
			},
		],
	};
}

/** The turns in which requests of one run leave, so that a rate limit is kept. */
export interface RateTurns {
	/** Milliseconds that a request waits at most. */
	longestWait: number;
	/** Waits for the turn of a request. @returns why it must not be made */
	next(end: AbortSignal | undefined): Promise<RequestError | undefined>;
	/** Takes in the end of a request: the headers of its response, nothing where none came. */
	learn(headers?: Record<string, unknown>): void;
	/** What is left. */
	rate(): Rate | undefined;
}

/** The turns of a run; none are needed where the API tells no limit. */
export function openRateTurns(
	context: object,
	{ name, rateLimit }: Profile,
): RateTurns | undefined {
	if (rateLimit === undefined) return undefined;
	const budget = new RateBudget(rateLimit.spreadBelow);
	const longestWait = longestWaitIn(context, rateLimit);
	return {
		longestWait,
		async next(end) {
			const now = Date.now();
			const wait = budget.delay(now);
			if (wait > longestWait) return usedUp(name, now + wait);
			budget.spend(now);
			if (wait === 0 || (await sleepUnlessStopped(wait, end))) return undefined;
			budget.settled();
			return endedBefore();
		},
		learn(headers = {}) {
			budget.settled();
			const now = Date.now();
			const told = rateLimit.read(headers, now);
			if (told !== undefined) budget.learn(told, now);
		},
		rate: () => budget.left(Date.now()),
	};
}

function longestWaitIn(context: object, rateLimit: RateLimit): number {
	if (!('getInputData' in context)) return Math.min(rateLimit.longestWait, LONGEST_IN_EDITOR);
	const seconds = (context as IExecuteFunctions).getNodeParameter(
		`${SETTINGS}.${LONGEST_WAIT}`,
		0,
		rateLimit.longestWait / 1_000,
	) as number;
	return seconds * 1_000;
}

/** When to come back, as a time that means the same everywhere. */
export function returnTime(at: number): string {
	return new Date(Math.ceil(at / 1_000) * 1_000).toISOString().replace('.000Z', 'Z');
}

function usedUp(name: string, until: number): RequestError {
	const text = `The rate limit of ${name} is used up. Nothing was sent. Try again after ${returnTime(until)}`;
	return new RequestError(text, {
		kind: 'refused',
		code: 'rate_limit_used_up',
		retryAfter: until - Date.now(),
	});
}

function endedBefore(): RequestError {
	const text = 'Not sent, because the run ended while this waited for the rate limit';
	return new RequestError(text, { kind: 'refused', code: 'not_sent' });
}
