import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest, Endpoint, JsonObject } from '../../../../../kernel/http/endpoint';
import { perItem } from '../../../../../kernel/n8n/kinds/perItem';
import type { PerItemDefinition } from '../../../../../kernel/n8n/kinds/perItemDefinition';
import { integerField, textField } from '../../../../../kernel/n8n/fields/field';
import { RequestError } from '../../../../../kernel/http/requestError';
import { InputError } from '../../../../../kernel/input/inputError';
import { endpoint, look, runAlone, type Answer, type Given } from '../standIn';

const fields = [
	textField('id', { displayName: 'ID' }),
	integerField('size', { displayName: 'Size' }),
] as const;
type Definition = PerItemDefinition<typeof fields>;

const MADE: Answer = { json: { made: true } };

const safe: Endpoint = { ...endpoint, idempotent: true };
const read: Endpoint = { ...safe, operationId: 'getThing', method: 'GET' };

const guarded: NonNullable<Definition['guarded']> = {
	subject: 'thing',
	identify: ({ id }) => ({ id }),
	texts: {
		textOf: () => '',
		preview: ({ id }) => ({ preview: `Hi ${String(id)}` }),
		findOptedOut: async () => [],
	},
};

const operationOf = (changes: Partial<Definition> = {}) =>
	perItem({
		...look,
		fields,
		request: ({ id }) => {
			if (id === 'bad') throw new InputError('ID', 'bad_id', 'is bad');
			return { endpoint, body: { id } };
		},
		...changes,
	});

/** Makes things, one for each id. */
const make = async (ids: string[], given: Given = {}, changes: Partial<Definition> = {}) =>
	await runAlone(operationOf(changes), {
		items: ids.map((id) => ({ id })),
		answer: () => MADE,
		...given,
		parameters: { id: '=id', size: '=size', ...given.parameters },
	});

const goesOn: Given = { node: { onError: 'continueRegularOutput' } };
const codes = (output: Array<{ json: IDataObject }>) => output.map(({ json }) => json.code);
const idsIn = (bodies: JsonObject[]) => bodies.map(({ id }) => id);

/** Answers in which the requests of the ids are told when they begin and end. */
function watched(answerOf: (id: string) => Answer = () => MADE) {
	const steps: string[] = [];
	let open = 0;
	let most = 0;
	const answer = async ({ id }: JsonObject) => {
		most = Math.max(most, ++open);
		steps.push(`${String(id)} begins`);
		await new Promise((resolve) => setImmediate(resolve));
		steps.push(`${String(id)} ends`);
		open--;
		return answerOf(String(id));
	};
	return { answer, steps, most: () => most };
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`);

beforeEach(() => {
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
	jest.restoreAllMocks();
});

describe('one request for each item', () => {
	it('gives the answers in the order of the items, and has made as many requests', async () => {
		const { output, bodies } = await make(['a', 'b'], {
			answer: ({ id }) => ({ json: { made: id } }),
		});
		expect(idsIn(bodies)).toEqual(['a', 'b']);
		expect(output).toEqual([
			{ json: { made: 'a' }, pairedItem: { item: 0 } },
			{ json: { made: 'b' }, pairedItem: { item: 1 } },
		]);
	});

	it('may give something else than the answer', async () => {
		const output = (answer: JsonObject, { body }: ApiRequest) => ({ ...answer, of: body?.id });
		const made = await make(['a'], { answer: () => ({ json: { made: 1 } }) }, { output });
		expect(made.output[0].json).toEqual({ made: 1, of: 'a' });
	});

	it('simplifies the answer where the user has not said otherwise', async () => {
		const simplify = ['made', 'none'];
		const answer = () => ({ json: { made: 1, more: 2 } });
		const shown = async (simplified: boolean) =>
			(await make(['a'], { answer, parameters: { simplify: simplified } }, { simplify })).output[0]
				.json;
		expect(await shown(true)).toEqual({ made: 1 });
		expect(await shown(false)).toEqual({ made: 1, more: 2 });
	});

	it('takes bodies up to the limit of the operation, and up to that of the API', async () => {
		const sized = {
			request: ({ id }: { id?: string }) => ({ endpoint, body: { id } }),
		};
		// {"id":"..."} takes 9 bytes besides the id.
		const codeOf = async (length: number, maxRequestBytes: number, maxBodyBytes?: number) => {
			const given = { ...goesOn, maxRequestBytes };
			const { output } = await make(['x'.repeat(length)], given, { ...sized, maxBodyBytes });
			return output[0].json.code;
		};
		expect(await codeOf(11, 20)).toBeUndefined();
		expect(await codeOf(12, 20)).toBe('payload_too_large');
		expect(await codeOf(11, 100, 20)).toBeUndefined();
		expect(await codeOf(12, 100, 20)).toBe('payload_too_large');
		expect(await codeOf(12, 20, 100)).toBe('payload_too_large');
	});
});

describe('an item that cannot be sent', () => {
	it('stops the run before anything is requested, with On Error = Stop', async () => {
		const findOptedOut = jest.fn(async () => []);
		const { error, requests } = await make(
			['a', 'bad'],
			{ parameters: { safeguards: { skipOptedOut: true } } },
			{ guarded: { ...guarded, texts: { ...guarded.texts!, findOptedOut } } },
		);
		expect(error?.message).toBe('"ID" is bad [item 1]');
		expect(requests).toEqual([]);
		expect(findOptedOut).not.toHaveBeenCalled();
	});

	it('leaves the others their chance otherwise', async () => {
		const { output, bodies } = await make(['bad', 'a', 'bad'], goesOn);
		expect(codes(output)).toEqual(['bad_id', undefined, 'bad_id']);
		expect(idsIn(bodies)).toEqual(['a']);
	});
});

describe('a failed request', () => {
	const failing =
		(status: number, code?: string): Given['answer'] =>
		({ id }) =>
			id === 'b' ? { status, json: { code, error: 'No' } } : MADE;

	it('ends the run with On Error = Stop', async () => {
		const { error, bodies } = await make(['a', 'b', 'c'], {
			answer: failing(400, 'no_such_thing'),
		});
		expect(error).toMatchObject({
			message: 'No (no_such_thing) [item 1]',
			description: 'Make it first. 1 done, 1 rejected, 1 not sent.',
		});
		expect(idsIn(bodies)).toEqual(['a', 'b']);
	});

	it('concerns its item only, with On Error = Continue', async () => {
		const { output, bodies } = await make(['a', 'b', 'c'], {
			...goesOn,
			answer: failing(400, 'odd'),
		});
		expect(codes(output)).toEqual([undefined, 'odd', undefined]);
		expect(idsIn(bodies)).toEqual(['a', 'b', 'c']);
	});

	it('that would meet the others as well ends the run all the same', async () => {
		const { output, bodies } = await make(['a', 'b', 'c'], {
			...goesOn,
			answer: failing(401, 'invalid_api_key'),
		});
		expect(codes(output)).toEqual([undefined, 'invalid_api_key', 'not_sent']);
		expect(output[2].json.message).toBe('Not sent because of an earlier failure: No');
		expect(idsIn(bodies)).toEqual(['a', 'b']);
	});

	it('tells the first reason, also when others fail while it does', async () => {
		const { output } = await make(
			[...numbered(17)],
			{
				...goesOn,
				answer: ({ id }) => ({ status: 401, json: { code: 'invalid_api_key', error: String(id) } }),
			},
			{ orderingKey: ({ body }) => String(body?.id) },
		);
		expect(output[15].json.code).toBe('invalid_api_key');
		expect(output[16].json.message).toBe('Not sent because of an earlier failure: t0');
	});
});

describe('progress', () => {
	it('is told with how many there are', async () => {
		let now = 0;
		jest.spyOn(Date, 'now').mockImplementation(() => now);
		const lines: string[] = [];
		await make(['a', 'b', 'c'], {
			answer: () => {
				now += 1_000;
				return MADE;
			},
			context: { sendMessageToUI: (line: string) => lines.push(line) },
		});
		expect(lines).toEqual(['Things: 1 of 3', 'Things: 2 of 3', 'Things: 3 of 3']);
	});
});

describe('the order of requests', () => {
	it('is that of the items for writes, one by one', async () => {
		const { answer, steps } = watched();
		await make(['a', 'b', 'c'], { answer });
		expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
	});

	it('is kept within a key, and not between keys', async () => {
		const { answer, steps } = watched();
		await make(
			['a1', 'b1', 'a2', 'b2'],
			{ answer },
			{ orderingKey: ({ body }) => String(body?.id)[0] },
		);
		expect(steps.indexOf('b1 begins')).toBeLessThan(steps.indexOf('a1 ends'));
		expect(steps.indexOf('a1 ends')).toBeLessThan(steps.indexOf('a2 begins'));
		expect(steps.indexOf('b1 ends')).toBeLessThan(steps.indexOf('b2 begins'));
	});

	const reads: Partial<Definition> = { request: ({ id }) => ({ endpoint: read, query: { id } }) };
	const own: Partial<Definition> = { guarded, orderingKey: ({ body }) => String(body?.id) };

	it.each<[string, number, Partial<Definition>, Given]>([
		['reads of one run', 16, reads, {}],
		['writes that need not wait for one another', 16, own, {}],
		[
			'as many requests as the user says',
			3,
			own,
			{ parameters: { safeguards: { parallelRequests: 3 } } },
		],
		[
			'requests with idempotency keys',
			8,
			own,
			{ parameters: { safeguards: { idempotencyKey: '=id' } }, keys: new Set() },
		],
	])('lets %s go side by side: %d', async (_, count, changes, given) => {
		const { answer, most } = watched();
		const { output } = await make(numbered(40), { ...given, answer }, changes);
		expect(output).toHaveLength(40);
		expect(most()).toBe(count);
	});
});

describe('a try after another one', () => {
	const retried = async (
		first: NonNullable<Given['answer']>,
		given: Given = {},
		changes: Partial<Definition> = {},
	) => {
		const store = {};
		const before = await make(['a', 'b', 'c'], { ...given, store, answer: first }, changes);
		const after = await make(['a', 'b', 'c'], { ...given, store }, changes);
		return { before, after };
	};
	const failsAt =
		(bad: string, status: number): NonNullable<Given['answer']> =>
		({ id }) =>
			id === bad ? { status, json: { error: 'No' } } : { json: { made: id } };

	it('sends only what was not done', async () => {
		const { before, after } = await retried(failsAt('b', 400));
		expect(before.error?.message).toMatch(/\[item 1\]$/);
		expect(idsIn(after.bodies)).toEqual(['b', 'c']);
		expect(after.output[0].json).toEqual({ made: 'a', from_earlier_try: true });
	});

	it('does not send again what may have been done, and is not stopped by it', async () => {
		const { after } = await retried(failsAt('b', 500));
		expect(after.error).toBeUndefined();
		expect(idsIn(after.bodies)).toEqual(['c']);
		expect(after.output[1].json).toMatchObject({ status: 'unknown', from_earlier_try: true });
	});

	it('sends again what may have been done where the user wants it at least once', async () => {
		const given = { parameters: { safeguards: { ifOutcomeIsUnknown: 'tryAgain' } } };
		const { before, after } = await retried(failsAt('b', 500), given, { guarded });
		expect(idsIn(before.bodies)).toEqual(['a', 'b', 'b', 'b', 'b', 'b']);
		expect(idsIn(after.bodies)).toEqual(['b', 'c']);
	});

	it('knows a request without a body again', async () => {
		const { after } = await retried(
			(_, number) => (number === 1 ? { status: 400 } : MADE),
			{},
			{ request: ({ id }) => ({ endpoint, query: { id } }) },
		);
		expect(after.requests.map(({ url }) => url)).toEqual([
			'https://api.example/api/v2/things?id=b',
			'https://api.example/api/v2/things?id=c',
		]);
	});

	it('makes requests again that do no harm twice', async () => {
		const request = ({ id }: { id?: string }) => ({ endpoint: safe, body: { id } });
		const { after } = await retried(failsAt('b', 400), {}, { request });
		expect(idsIn(after.bodies)).toEqual(['a', 'b', 'c']);
	});
});

describe('safeguards', () => {
	const run = async (ids: string[], safeguards: IDataObject, given: Given = {}, changes = {}) =>
		await make(
			ids,
			{ ...goesOn, ...given, parameters: { safeguards: safeguards as never } },
			{ guarded, ...changes },
		);

	it('are offered only where there is something to guard', () => {
		const names = (changes: Partial<Definition>) =>
			operationOf(changes).properties.map(({ name }) => name);
		expect(names({})).toEqual(['id', 'size']);
		expect(names({ guarded, simplify: [] })).toEqual(['id', 'size', 'simplify', 'safeguards']);
		const { options } = operationOf({ guarded }).properties.at(-1)!;
		expect(options?.map(({ name }) => name)).toContain('parallelRequests');
	});

	it('send nothing in a dry run, and show what would go out', async () => {
		const { output, requests } = await run(['a'], { dryRun: true });
		expect(output[0].json).toEqual({ status: 'dry_run', id: 'a', preview: 'Hi a' });
		expect(requests).toEqual([]);
	});

	it.each([
		['texts', guarded, 'already_sent'],
		['anything else', { ...guarded, texts: undefined }, 'already_done'],
	])('skip a key that was taken by an earlier run, for %s', async (_, work, reason) => {
		const keys = new Set<string>();
		const key = { idempotencyKey: '=id' };
		await run(['a'], key, { keys }, { guarded: work });
		const { output, bodies } = await run(['a', 'b'], key, { keys }, { guarded: work });
		expect(output[0].json).toEqual({ status: 'skipped', reason, id: 'a' });
		expect(idsIn(bodies)).toEqual(['b']);
	});

	it('send a key once in a run, and name the item that has it', async () => {
		const { output, bodies } = await run(
			['a', 'b', 'a'],
			{ idempotencyKey: '=id' },
			{ keys: new Set() },
		);
		expect(idsIn(bodies)).toEqual(['a', 'b']);
		expect(output[2].json).toEqual({
			status: 'skipped',
			reason: 'same_key',
			same_key_as_item: 0,
			id: 'a',
		});
	});

	it('take a key without the spaces around it', async () => {
		const { bodies } = await run(
			['a', ' a '],
			{ idempotencyKey: '=id' },
			{ keys: new Set() },
			{ orderingKey: () => 'one' },
		);
		expect(bodies).toHaveLength(1);
	});

	it.each([
		['free again', 'was certainly not done', 400, {}, 2],
		['kept', 'may have been done', 500, {}, 1],
		['free again', 'may have been done, at least once', 500, { ifOutcomeIsUnknown: 'tryAgain' }, 2],
	])('the key is %s when the request %s (%d)', async (_, __, status, more, sends) => {
		const keys = new Set<string>();
		const values = { idempotencyKey: '=id', ...more };
		await run(['a'], values, { keys, answer: () => ({ status }) });
		const { bodies } = await run(['a'], values, { keys });
		expect(1 + bodies.length).toBe(sends);
	});

	it('refuse an item without a key', async () => {
		const { output, bodies } = await make(
			['a', 'b'],
			{
				...goesOn,
				items: [
					{ id: 'a', key: ' ' },
					{ id: 'b', key: 'k' },
				],
				parameters: { safeguards: { idempotencyKey: '=key' } },
				keys: new Set(),
			},
			{ guarded },
		);
		expect(output[0].json).toMatchObject({
			code: 'missing_idempotency_key',
			message: '"Idempotency Key" is empty (its expression returned nothing)',
		});
		expect(idsIn(bodies)).toEqual(['b']);
	});

	it('refuse keys on an n8n that keeps none', async () => {
		const { output, requests } = await run(['a'], { idempotencyKey: '=id' });
		expect(output[0].json).toMatchObject({
			code: 'no_key_store',
			message: '"Idempotency Key" needs a newer version of n8n, because this one cannot store keys',
		});
		expect(requests).toEqual([]);
	});

	it('refuse more keys than n8n is to remember', async () => {
		const values = { idempotencyKey: '=id', idempotencyHistorySize: 2 };
		const tooMany = await run(['a', 'b', 'c'], values, { keys: new Set() });
		const told = '"Idempotency History Size" is 2, but this run uses 3 keys';
		expect(tooMany.output.map(({ json }) => json.message)).toEqual([told, told, told]);
		expect(tooMany.requests).toEqual([]);
		expect((await run(['a', 'b'], values, { keys: new Set() })).bodies).toHaveLength(2);
	});

	it.each([
		['this node', 'node', 'node'],
		['the whole workflow', 'workflow', 'workflow'],
		['this node, unless told otherwise', undefined, 'node'],
	])('keep keys for %s', async (_, idempotencyScope, scope) => {
		const checkProcessedAndRecord = jest.fn<Promise<{ processed: unknown }>, unknown[]>(
			async (entries) => ({ processed: entries }),
		);
		const helpers = { checkProcessedAndRecord, removeProcessed: async () => {} };
		await run(['a'], { idempotencyKey: '=id', idempotencyScope }, { context: { helpers } });
		const calls = checkProcessedAndRecord.mock.calls;
		expect(calls.map(([entries]) => entries)).toContainEqual([
			'things:thing:a:a',
			'things:thing:b:a',
		]);
		expect(new Set(calls.map(([, of]) => of))).toEqual(new Set([scope]));
	});

	it.each([[0], [-1]])('refuse %d requests at once', async (parallelRequests) => {
		const { output, requests } = await run(['a'], { parallelRequests });
		expect(output[0].json).toMatchObject({
			status: 'rejected',
			message: '"Requests at Once" must be 1 or more',
		});
		expect(requests).toEqual([]);
	});

	it('ask for the opt-outs of the bodies, and know that nothing was sent if that fails', async () => {
		const lost = new RequestError('Lost', { kind: 'unknown', code: 'outcome_unknown' });
		const none = new RequestError('No key', {
			kind: 'refused',
			code: 'invalid_api_key',
			fatal: true,
		});
		const findOptedOut = jest.fn<Promise<Error[]>, unknown[]>(async () => [lost, none]);
		const { output, requests } = await run(
			['a', 'b'],
			{ skipOptedOut: true },
			{},
			{ guarded: { ...guarded, texts: { ...guarded.texts!, findOptedOut } } },
		);
		expect(findOptedOut.mock.calls.map(([, bodies]) => bodies)).toEqual([
			[{ id: 'a' }, { id: 'b' }],
		]);
		expect(output.map(({ json }) => [json.status, json.code, json.message])).toEqual([
			['rejected', 'opt_outs_not_read', 'The opt-outs could not be looked up: Lost'],
			['rejected', 'invalid_api_key', 'No key'],
		]);
		expect(requests).toEqual([]);
	});

	it('skip whoever has opted out, and fail whoever that is not known of', async () => {
		const findOptedOut = async () => [true, false, new Error('gone')];
		const { output, bodies } = await run(
			['a', 'b', 'c'],
			{ skipOptedOut: true },
			{},
			{ guarded: { ...guarded, texts: { ...guarded.texts!, findOptedOut } } },
		);
		expect(output.map(({ json }) => [json.status, json.reason ?? json.message, json.id])).toEqual([
			['skipped', 'opted_out', 'a'],
			[undefined, undefined, undefined],
			['rejected', 'The opt-outs could not be looked up: gone', 'c'],
		]);
		expect(idsIn(bodies)).toEqual(['b']);
	});

	it('send nothing with On Error = Stop when the opt-outs cannot be read', async () => {
		const findOptedOut = async () => [false, new Error('gone')];
		const { error, requests } = await run(
			['a', 'b'],
			{ skipOptedOut: true },
			{ node: {} },
			{ guarded: { ...guarded, texts: { ...guarded.texts!, findOptedOut } } },
		);
		expect(error?.message).toBe(
			'The opt-outs could not be looked up: gone (opt_outs_not_read) [item 1]',
		);
		expect(requests).toEqual([]);
	});
});

describe('a refusal that may be data', () => {
	const outputOfRefusal: Definition['outputOfRefusal'] = ({ code }, { id }) =>
		code === 'too_late' ? { id, late: true } : undefined;
	const refuse = (status: number, code: string): Answer => ({
		status,
		json: { error: 'No', code },
	});
	const ask = async (answer: Answer, given: Given = {}) =>
		await make(['a', 'b'], { ...goesOn, answer: () => answer, ...given }, { outputOfRefusal });

	it('is what the item outputs', async () => {
		const { output, error } = await ask(refuse(409, 'too_late'));
		expect(error).toBeUndefined();
		expect(output.map(({ json }) => json)).toEqual([
			{ id: 'a', late: true },
			{ id: 'b', late: true },
		]);
	});

	it.each([
		[refuse(409, 'other'), 'other'],
		// Whether it was done is not known.
		[refuse(500, 'too_late'), 'too_late'],
	])('is a failure otherwise', async (answer, code) => {
		const { output } = await ask(answer);
		expect(JSON.stringify(output[0].json)).toContain(code);
		expect(output[0].json).not.toHaveProperty('late');
	});

	it('is a failure where it ends the run', async () => {
		const profile = { isFatal: () => true };
		const { output, bodies } = await ask(refuse(409, 'too_late'), { profile });
		expect(output[0].json).not.toHaveProperty('late');
		expect(bodies).toHaveLength(1);
	});
});

describe('what the mapping of a response throws on purpose', () => {
	const output = () => {
		throw new RequestError('It holds no size', { kind: 'refused', code: 'no_size' });
	};

	it('is why a request failed that may be repeated', async () => {
		const changes = { request: () => ({ endpoint: read }), output };
		expect((await make(['a'], {}, changes)).error?.message).toContain('It holds no size (no_size)');
	});

	it('leaves the outcome of another one unknown', async () => {
		const { error } = await make(['a'], {}, { output });
		expect(error?.message).toContain('its response could not be used');
	});
});
