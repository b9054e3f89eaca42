import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { rateIn, waitUntilReset } from '../../../../../kernel/http/rateHeaders';
import { textField } from '../../../../../kernel/n8n/fields/field';
import { perItem } from '../../../../../kernel/n8n/kinds/perItem';
import { createClient } from '../../../../../kernel/n8n/run/client';
import { requestSettings } from '../../../../../kernel/n8n/run/rateTurns';
import type { Profile } from '../../../../../kernel/profile';
import { endpoint, look, profile, runAlone, type Answer, type Given } from '../standIn';

const rateLimit = {
	read: rateIn({ limit: 'x-limit', remaining: 'x-left', reset: 'x-reset' }),
	spreadBelow: 10,
	longestWait: 60_000,
};
const limited: Partial<Profile> = {
	rateLimit,
	waitOf: (headers, now) => waitUntilReset('x-reset', headers, now),
};

const make = perItem({
	...look,
	fields: [textField('name', { displayName: 'Name' })],
	request: ({ name }) => ({ endpoint, body: { name } }),
});

const START = Date.parse('2026-11-28T12:00:00Z');
const told = (left: number, seconds: number) => ({
	'x-left': String(left),
	'x-reset': String(START / 1_000 + seconds),
});

/** Makes three things. @returns when each request left, in seconds, and what came of the items */
async function run(answers: (number: number) => Answer, given: Given = {}) {
	const left: number[] = [];
	const done = runAlone(make, {
		items: ['a', 'b', 'c'].map((name) => ({ name })),
		answer: (_, number) => {
			left.push((Date.now() - START) / 1_000);
			return answers(number);
		},
		profile: limited,
		node: { onError: 'continueRegularOutput' },
		...given,
		parameters: { name: '=name', ...given.parameters },
	});
	await jest.advanceTimersByTimeAsync(7_200_000);
	const { output } = await done;
	return { left: left.map(Math.round), output: output.map(({ json }) => json) };
}

beforeEach(() => {
	jest.useFakeTimers({ now: START, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

describe('requests to an API that tells its rate limit', () => {
	it('leave at once while there are plenty', async () => {
		const { left } = await run((number) => ({
			json: { id: 1 },
			headers: told(99 - number, 3_600),
		}));
		expect(left).toEqual([0, 0, 0]);
	});

	it('are spread until the reset when few are left', async () => {
		const { left } = await run((number) => ({ json: { id: 1 }, headers: told(2 - number, 60) }));
		expect(left).toEqual([0, 0, 30]);
	});

	it('wait for the reset when none is left', async () => {
		const { left, output } = await run((number) => ({
			json: { id: 1 },
			headers: number === 0 ? told(0, 45) : told(99, 3_600),
		}));
		expect(left).toEqual([0, 45, 45]);
		expect(output).toHaveLength(3);
	});

	it('fail without being sent when the reset is too far away, and say when to come back', async () => {
		const { left, output } = await run(() => ({ json: { id: 1 }, headers: told(0, 1_800) }));
		expect(left).toEqual([0]);
		expect(output[0]).toEqual({ id: 1 });
		for (const item of output.slice(1)) {
			expect(item).toMatchObject({
				status: 'rejected',
				code: 'rate_limit_used_up',
				message: expect.stringContaining('2026-11-28T12:30:00Z'),
			});
		}
	});

	it('wait as long as the user allows', async () => {
		const { left } = await run(
			(number) => ({ json: { id: 1 }, headers: number === 0 ? told(0, 1_800) : {} }),
			{ parameters: { requestSettings: { longestRateLimitWait: 3_600 } } },
		);
		expect(left).toEqual([0, 1_800, 1_800]);
	});

	it.each([
		['Retry-After, which goes first', { 'retry-after': '20', ...told(0, 50) }, 20],
		['the reset', told(0, 50), 50],
	])('are repeated after a 429 when it says so: %s', async (_, headers, expected) => {
		const { left, output } = await run((number) =>
			number === 0 ? { status: 429, headers } : { json: { id: 1 } },
		);
		expect(left).toEqual([0, expected, expected, expected]);
		expect(output).toEqual([{ id: 1 }, { id: 1 }, { id: 1 }]);
	});

	it('fail after a 429 that asks for too much, and say when to come back', async () => {
		const { left, output } = await run(() => ({
			status: 429,
			json: { error: 'Slow down' },
			headers: { 'retry-after': '600' },
		}));
		expect(left).toEqual([0, 0, 0]);
		expect(output[0]).toMatchObject({
			code: 'http_429',
			message: 'Slow down. Try again after 2026-11-28T12:10:00Z',
		});
	});

	it('need no turns where the API tells no limit', async () => {
		const { left } = await run(() => ({ json: { id: 1 }, headers: told(0, 1_800) }), {
			profile: {},
		});
		expect(left).toEqual([0, 0, 0]);
	});

	it('end their wait with the execution', async () => {
		const controller = new AbortController();
		const done = runAlone(make, {
			items: [{ name: 'a' }, { name: 'b' }],
			answer: () => ({ json: { id: 1 }, headers: told(0, 50) }),
			profile: limited,
			parameters: { name: '=name' },
			context: { getExecutionCancelSignal: () => controller.signal },
			node: { onError: 'continueRegularOutput' },
		});
		await jest.advanceTimersByTimeAsync(10_000);
		controller.abort();
		await jest.advanceTimersByTimeAsync(0);
		const { output, requests } = await done;
		expect(requests).toHaveLength(1);
		expect(output[1].json).toMatchObject({ status: 'rejected' });
	});
});

it('in the editor nobody waits long', async () => {
	const requests: unknown[] = [];
	const context = {
		getCredentials: async () => ({}),
		helpers: {
			httpRequestWithAuthentication: async (_: string, options: unknown) => {
				requests.push(options);
				return { statusCode: 200, body: '[]', headers: told(0, 30) };
			},
		},
	};
	const client = await createClient(context as unknown as ILoadOptionsFunctions, {
		...profile,
		...limited,
	});
	const request = { endpoint: { ...endpoint, method: 'GET', idempotent: true } as const };
	await client.request(request);
	await expect(client.request(request)).rejects.toMatchObject({ code: 'rate_limit_used_up' });
	expect(requests).toHaveLength(1);
});

it('the setting shows the usual limit in seconds', () => {
	expect(requestSettings(rateLimit)).toMatchObject({
		name: 'requestSettings',
		options: [{ name: 'longestRateLimitWait', default: 60 }],
	});
});
