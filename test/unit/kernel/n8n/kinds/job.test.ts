import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { rateIn } from '../../../../../kernel/http/rateHeaders';
import type { JsonObject } from '../../../../../kernel/http/endpoint';
import { booleanField, textField } from '../../../../../kernel/n8n/fields/field';
import { job } from '../../../../../kernel/n8n/kinds/job';
import type { JobState } from '../../../../../kernel/n8n/kinds/openJob';
import { perItem } from '../../../../../kernel/n8n/kinds/perItem';
import { waitFields, waitFieldsShown } from '../../../../../kernel/n8n/kinds/waitFields';
import { endpoint, look, runAlone, type Answer, type Given } from '../standIn';

const waits = booleanField('wait', { displayName: 'Wait' });
const read = { ...endpoint, operationId: 'getThing', method: 'GET', idempotent: true } as const;
const byId = { ...read, path: '/things/{id}' };

const stateOf = ({ status, seconds }: JsonObject): JobState => {
	if (status === 'ready') return { is: 'ready' };
	if (status === 'failed') return { is: 'failed', reason: 'no rows' };
	return { is: 'pending', estimate: seconds === undefined ? undefined : Number(seconds) * 1_000 };
};

const waiting = {
	fields: [waits] as const,
	stateFor: ({ wait }: { wait?: boolean }) => (wait === true ? stateOf : undefined),
	poll: ({ id }: JsonObject) => ({ endpoint: byId, pathParameters: { id: String(id) } }),
	identify: ({ id }: JsonObject) => ({ id }),
};

const name = textField('name', { displayName: 'Name' });
const make = job(
	perItem({
		...look,
		fields: [name, waits, ...waitFields],
		request: ({ name: given }) => ({ endpoint, body: { name: given } }),
	}),
	waiting,
);
const get = job(
	perItem({
		...look,
		fields: [name, waits, ...waitFields],
		request: ({ name: given }) => ({ endpoint: byId, pathParameters: { id: String(given) } }),
	}),
	waiting,
);

const isStart = ({ method }: IHttpRequestOptions) => method === 'POST';
const idIn = ({ url }: IHttpRequestOptions) => String(url).split('/').at(-1);

/** Things that are ready so many seconds after they were made; one that is none never is. */
function things(ready: Record<string, number>, started: JsonObject = {}) {
	const made = new Map<string, number>();
	const times: Record<string, number[]> = {};
	const begun = Date.now();
	const answer: NonNullable<Given['answer']> = (body, _, request) => {
		if (isStart(request)) {
			made.set(String(body.name), Date.now());
			return { json: { id: body.name, status: 'working', ...started } };
		}
		const id = idIn(request)!;
		(times[id] ??= []).push((Date.now() - begun) / 1_000);
		const age = (Date.now() - (made.get(id) ?? begun)) / 1_000;
		return { json: { id, status: age >= (ready[id] ?? Infinity) ? 'ready' : 'working', age } };
	};
	return { answer, times };
}

/** Runs to its end on a clock of its own. */
async function run(operation: typeof make, names: string[], given: Given = {}) {
	const done = runAlone(operation, {
		items: names.map((each) => ({ name: each })),
		...given,
		parameters: { name: '=name', wait: true, ...given.parameters },
	});
	await jest.advanceTimersByTimeAsync(3_600_000);
	return await done;
}

const goesOn: Given['node'] = { onError: 'continueRegularOutput' };
const jsonOf = (output: Array<{ json: IDataObject }>) => output.map(({ json }) => json);

beforeEach(() => {
	jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

describe('jobs', () => {
	it('are all started first, then asked for after 2 s and with growing pauses up to 30 s', async () => {
		const { answer, times } = things({ a: 9, b: 150 });
		const { output, requests } = await run(make, ['a', 'b'], { answer });
		expect(requests.slice(0, 2).every(isStart)).toBe(true);
		expect(requests.filter(isStart)).toHaveLength(2);
		expect(jsonOf(output)).toEqual([
			expect.objectContaining({ id: 'a', status: 'ready', ready: true }),
			expect.objectContaining({ id: 'b', status: 'ready', ready: true }),
		]);
		expect(times.a.map(Math.round)).toEqual([2, 5, 10]);
		expect(times.b.map(Math.round)).toEqual([2, 5, 10, 16, 26, 42, 64, 94, 124, 154]);
	});

	it('are asked for first when the API says they will be ready', async () => {
		const { answer, times } = things({ a: 0 }, { seconds: 40 });
		await run(make, ['a'], { answer });
		expect(times.a.map(Math.round)).toEqual([40]);
	});

	it('are left alone where the item does not wait', async () => {
		const { answer } = things({});
		const { output, requests } = await run(make, ['a'], { answer, parameters: { wait: false } });
		expect(requests).toHaveLength(1);
		expect(jsonOf(output)).toEqual([{ id: 'a', status: 'working' }]);
	});

	it('that failed are an error of their item, with the id in it', async () => {
		const answer = (_: JsonObject, __: number, request: IHttpRequestOptions): Answer =>
			isStart(request) ? { json: { id: 'x7' } } : { json: { id: 'x7', status: 'failed' } };
		const { output } = await run(make, ['a'], { answer, node: goesOn });
		expect(jsonOf(output)).toMatchObject([
			{
				status: 'rejected',
				code: 'job_failed',
				id: 'x7',
				message: expect.stringMatching(/no rows/),
			},
		]);
		const { error } = await run(make, ['a'], { answer });
		expect(error?.message).toMatch(/failed/);
	});

	it.each([
		['returnState', { id: 'a', status: 'working', ready: false }],
		['fail', { status: 'rejected', code: 'not_ready_in_time', id: 'a', ready: false }],
	])('that are not ready in time: %s', async (ifNotReady, expected) => {
		const { answer, times } = things({});
		const { output } = await run(make, ['a'], {
			answer,
			parameters: { maximumWait: 1, ifNotReady },
			node: goesOn,
		});
		expect(jsonOf(output)).toEqual([expect.objectContaining(expected)]);
		expect(Math.max(...times.a)).toBe(60);
	});

	it('are looked at once where nobody waits', async () => {
		const { answer, times } = things({ a: 0 });
		const { output } = await run(make, ['a'], { answer, parameters: { maximumWait: 0 } });
		expect(times.a).toEqual([0]);
		expect(jsonOf(output)).toMatchObject([{ ready: true }]);
	});

	it.each([
		['maximumWait', -1],
		['maximumWait', 'soon'],
		['ifNotReady', 'perhaps'],
	])('do not start where %s is %j', async (field, value) => {
		const { answer } = things({});
		const { error, requests } = await run(make, ['a'], { answer, parameters: { [field]: value } });
		expect(error).toBeDefined();
		expect(requests).toEqual([]);
	});

	it('go on through lost responses', async () => {
		let asked = 0;
		const answer = (_: JsonObject, __: number, request: IHttpRequestOptions): Answer => {
			if (isStart(request)) return { json: { id: 'a' } };
			return ++asked <= 7 ? { status: 503 } : { json: { id: 'a', status: 'ready' } };
		};
		const { output } = await run(make, ['a'], { answer });
		expect(jsonOf(output)).toMatchObject([{ status: 'ready', ready: true }]);
	});

	it('whose state is refused are an error of their item alone', async () => {
		const known = things({ b: 5 });
		const answer: NonNullable<Given['answer']> = async (body, number, request) => {
			if (!isStart(request) && idIn(request) === 'a') return { status: 404 };
			return await known.answer(body, number, request);
		};
		const { output } = await run(make, ['a', 'b'], { answer, node: goesOn });
		expect(jsonOf(output)).toMatchObject([{ code: 'http_404', id: 'a' }, { ready: true }]);
	});
});

describe('waiting for a job', () => {
	it('ends at once when the execution is stopped', async () => {
		const controller = new AbortController();
		const { answer, times } = things({});
		const done = runAlone(make, {
			items: [{ name: 'a' }],
			answer,
			parameters: { name: '=name', wait: true },
			context: { getExecutionCancelSignal: () => controller.signal },
			node: goesOn,
		});
		await jest.advanceTimersByTimeAsync(12_000);
		const asked = times.a.length;
		controller.abort();
		await jest.advanceTimersByTimeAsync(0);
		const { output } = await done;
		expect(jsonOf(output)).toMatchObject([{ code: 'cancelled', id: 'a', ready: false }]);
		expect(times.a).toHaveLength(asked);
	});

	it('goes on in a further try of the run, for the same job', async () => {
		const { answer } = things({ a: 2_000 });
		const store = {};
		const parameters = { maximumWait: 1, ifNotReady: 'fail' };
		const first = await run(make, ['a'], { answer, store, parameters });
		expect(first.error?.message).toMatch(/not ready within/);
		const second = await run(make, ['a'], { answer, store, parameters: { maximumWait: 60 } });
		expect(second.requests.filter(isStart)).toEqual([]);
		expect(jsonOf(second.output)).toMatchObject([{ id: 'a', ready: true }]);
	});

	it('begins with what is there, and asks nothing when that is ready', async () => {
		const { answer } = things({ a: 0 });
		const { output, requests } = await run(get, ['a'], { answer });
		expect(requests).toHaveLength(1);
		expect(jsonOf(output)).toMatchObject([{ id: 'a', ready: true }]);
	});

	it('keeps to a third of what the rate limit leaves, however many wait', async () => {
		const names = Array.from({ length: 10 }, (_, index) => `t${index}`);
		const { answer } = things({});
		let left = 100;
		const resetAt = Math.ceil(Date.now() / 1_000) + 3_600;
		const limited: NonNullable<Given['answer']> = async (...asked) => ({
			...(await answer(...asked)),
			headers: { 'x-left': String(--left), 'x-reset': String(resetAt) },
		});
		const rateLimit = {
			read: rateIn({ limit: 'x-limit', remaining: 'x-left', reset: 'x-reset' }),
			spreadBelow: 10,
			longestWait: 60_000,
		};
		const { output, requests } = await run(make, names, {
			answer: limited,
			profile: { rateLimit },
			context: { getInputData: () => names.map((each) => ({ json: { name: each } })) },
		});
		const polls = requests.filter((request) => !isStart(request)).length;
		expect(polls).toBeGreaterThan(4);
		expect(polls).toBeLessThan(20);
		expect(jsonOf(output).every(({ ready }) => ready === false)).toBe(true);
	});
});

describe('fields that say how long to wait', () => {
	it('are shown only where the item waits', () => {
		const show = { wait: [true] };
		const shown = waitFieldsShown(show).map(({ property }) => property.displayOptions);
		expect(shown).toEqual([{ show }, { show }]);
	});
});
