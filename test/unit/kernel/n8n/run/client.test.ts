import { NodeApiError, NodeOperationError, OperationalError, UserError } from 'n8n-workflow';
import type { IExecuteFunctions, IHttpRequestOptions, INode } from 'n8n-workflow';

import type { ApiRequest, Endpoint } from '../../../../../kernel/http/endpoint';
import { createClient } from '../../../../../kernel/n8n/run/client';
import type { SendOptions } from '../../../../../kernel/n8n/run/operation';
import { InputError } from '../../../../../kernel/input/inputError';
import { profile } from '../standIn';

const read: Endpoint = {
	operationId: 'listThings',
	method: 'GET',
	path: '/things',
	idempotent: true,
};
const make: Endpoint = { ...read, operationId: 'makeThing', method: 'POST', idempotent: false };
const NODE = { id: 'n', name: 'Things', type: 'test.things', parameters: {} } as unknown as INode;

type Reply = { statusCode: number; body: unknown } | Error | string;

const status = (statusCode: number, json: object = {}): Reply => ({
	statusCode,
	body: JSON.stringify(json),
});

/** Sends one request; what comes back is given in order, the last one again and again. */
async function send(request: ApiRequest, replies: readonly Reply[], options?: SendOptions) {
	const sent: IHttpRequestOptions[] = [];
	const context = {
		getCredentials: async () => ({}),
		helpers: {
			async httpRequestWithAuthentication(type: string, options: IHttpRequestOptions) {
				expect(type).toBe('thingsApi');
				const reply = replies[Math.min(sent.push(options), replies.length) - 1];
				if (reply instanceof Error || typeof reply === 'string') throw reply;
				return { ...reply, headers: {} };
			},
		},
	};
	const client = await createClient(context as unknown as IExecuteFunctions, profile);
	const result: unknown = await client.request(request, options).catch((failed: unknown) => failed);
	return { sent, result };
}

beforeEach(() => {
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
	jest.restoreAllMocks();
});

describe('a request', () => {
	const always = {
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: 60_000,
		abortSignal: expect.any(AbortSignal) as AbortSignal,
	};

	it('without a body names no type of one', async () => {
		const { sent } = await send({ endpoint: read, query: { page: 2 } }, [status(200)]);
		expect(sent).toEqual([
			{
				...always,
				method: 'GET',
				url: 'https://api.example/api/v2/things?page=2',
				headers: { Accept: 'application/json' },
				body: undefined,
			},
		]);
	});

	it('with a body is JSON', async () => {
		const { sent, result } = await send({ endpoint: make, body: { name: 'Noor' } }, [
			status(201, { id: 7 }),
		]);
		expect(sent).toEqual([
			{
				...always,
				method: 'POST',
				url: 'https://api.example/api/v2/things',
				headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
				body: '{"name":"Noor"}',
			},
		]);
		expect(result).toEqual({ status: 201, body: { id: 7 } });
	});

	it('takes the text of the body where there is one already', async () => {
		const { sent } = await send({ endpoint: make, body: {} }, [status(200)], {
			body: '{"things":[1]}',
		});
		expect(sent[0]).toMatchObject({
			body: '{"things":[1]}',
			headers: { 'Content-Type': 'application/json' },
		});
	});
});

describe('trying again', () => {
	it('a read goes on through lost responses until one comes', async () => {
		const { sent, result } = await send({ endpoint: read }, [
			status(503),
			new Error('lost'),
			status(200, { ok: true }),
		]);
		expect(sent).toHaveLength(3);
		expect(result).toEqual({ status: 200, body: { ok: true }, harmlessToRepeat: true });
	});

	it('a read that fails for good may be made again without harm', async () => {
		const { sent, result } = await send({ endpoint: read }, [status(503)]);
		expect(sent).toHaveLength(5);
		expect(result).toMatchObject({ kind: 'unknown', harmlessToRepeat: true });
	});

	it('a write whose response was lost is made once, and not without harm again', async () => {
		const { sent, result } = await send({ endpoint: make, body: {} }, [status(500)]);
		expect(sent).toHaveLength(1);
		expect(result).toMatchObject({ kind: 'unknown', harmlessToRepeat: false, repeated: false });
	});

	it('a write that was turned away at first was still made only once', async () => {
		const { sent, result } = await send({ endpoint: make, body: {} }, [status(429), status(500)]);
		expect(sent).toHaveLength(2);
		expect(result).toMatchObject({ code: 'http_500', repeated: false });
	});

	it('a write that the user wants at least once is made again, and says so', async () => {
		const request = { endpoint: make, body: {} };
		const { sent, result } = await send(request, [status(500)], { atLeastOnce: true });
		expect(sent).toHaveLength(5);
		expect(result).toMatchObject({ kind: 'unknown', harmlessToRepeat: false, repeated: true });
	});

	it('a refusal after a lost response leaves the doubt', async () => {
		const request = { endpoint: make, body: {} };
		const { sent, result } = await send(request, [status(502), status(409, { code: 'exists' })], {
			atLeastOnce: true,
		});
		expect(sent).toHaveLength(2);
		expect(result).toMatchObject({ kind: 'unknown', code: 'http_502', repeated: true });
	});
});

describe('a request without a response', () => {
	const failed = async (error: Error | string) =>
		(await send({ endpoint: make, body: {} }, [error])).result;
	const transport = (facts: object) =>
		Object.assign(new Error('transport'), { isAxiosError: true, ...facts });
	const within = (cause: Error, wrapper = new Error('n8n says')) =>
		Object.assign(wrapper, { cause });

	it.each([
		[
			'unreachable',
			'ECONNREFUSED',
			'connect',
			'n8n could not connect to api.example: nothing listens there',
		],
		[
			'unreachable',
			'ETIMEDOUT',
			'connect',
			'n8n could not connect to api.example: it took too long to respond',
		],
		[
			'unknown',
			'ETIMEDOUT',
			'read',
			'The connection to api.example was lost before it responded: it took too long to respond',
		],
		[
			'unknown',
			'ECONNRESET',
			'read',
			'The connection to api.example was lost before it responded: the host closed the connection',
		],
		[
			'unknown',
			'EPIPE',
			'write',
			'The connection to api.example was lost before it responded: the host closed the connection',
		],
		[
			'cancelled',
			'ERR_CANCELED',
			undefined,
			'The execution was stopped before api.example responded: ERR_CANCELED',
		],
	])('is %s after %s in %s', async (kind, code, syscall, message) => {
		const wanted = { kind, code: kind === 'unknown' ? 'outcome_unknown' : kind, message };
		expect(await failed(transport({ code, syscall }))).toMatchObject(wanted);
		// n8n wraps the HTTP library's error, and the library the system's.
		expect(await failed(within(transport({ code, syscall })))).toMatchObject(wanted);
		expect(
			await failed(within(within(Object.assign(new Error(), { code, syscall }), transport({})))),
		).toMatchObject(wanted);
	});

	it.each([['no error at all'], [new Error('odd')], [Object.assign(new Error(), { code: 7 })]])(
		'is unknown after %p, which says nothing',
		async (error) => {
			expect(await failed(error)).toMatchObject({
				kind: 'unknown',
				code: 'outcome_unknown',
				message: 'The connection to api.example was lost before it responded',
			});
		},
	);

	it.each([
		['a credential that is not usable', new InputError('API Key', 'bad_key', 'is not a key')],
		['a host that is not allowed', new UserError('"API Key" is not a key')],
		['a fault in the set-up', new OperationalError('"API Key" is not a key')],
		['an expression in the credential', new NodeOperationError(NODE, '"API Key" is not a key')],
	])('never left because of %s', async (_, error) => {
		const wanted = {
			kind: 'refused',
			code: 'refused',
			message: 'n8n did not send the request to api.example: "API Key" is not a key',
		};
		expect(await failed(error)).toMatchObject(wanted);
		expect(await failed(within(error))).toMatchObject(wanted);
	});

	it('is told by the innermost reason, without a full phone number', async () => {
		const reason = new Error('no host for +12025550117');
		expect(await failed(within(reason, new UserError('outer')))).toMatchObject({
			kind: 'refused',
			message: 'n8n did not send the request to api.example: no host for …0117',
		});
	});

	it('may have arrived when the connection was lost, whatever n8n makes of it', async () => {
		const lost = transport({ code: 'ECONNRESET', syscall: 'read' });
		for (const wrapper of [
			new OperationalError('n8n says'),
			new NodeApiError(NODE, { message: 'n8n says' }),
		]) {
			expect(await failed(within(lost, wrapper))).toMatchObject({ kind: 'unknown' });
		}
	});
});

describe('a client', () => {
	it('is not made for a credential that is not usable', async () => {
		const context = { getCredentials: async () => ({ apiKey: '' }), helpers: {} };
		const making = createClient(context as unknown as IExecuteFunctions, {
			...profile,
			baseUrlOf: ({ apiKey }) => {
				throw new InputError('API Key', 'missing_key', `is "${String(apiKey)}"`);
			},
		});
		await expect(making).rejects.toThrow('"API Key" is ""');
	});
});
