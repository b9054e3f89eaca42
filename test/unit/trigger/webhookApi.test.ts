import { RequestError } from '../../../kernel/http/requestError';
import type { ApiRequest, JsonObject } from '../../../kernel/http/endpoint';
import { trackly } from '../../../nodes/Trackly/profile';
import { isAbsent, webhookApi } from '../../../nodes/Trackly/trigger/webhookApi';

const UNREADABLE = {
	name: 'RequestError',
	message: 'Trackly took the request, but its answer could not be read',
	kind: 'unknown',
	code: 'unreadable_response',
};

const failed = (status?: number) =>
	new RequestError('No', { kind: 'refused', code: `http_${status}`, status });

/** The webhook endpoints of an account that gives this answer. */
function answering(answer: JsonObject | Error) {
	const requests: ApiRequest[] = [];
	const api = webhookApi({
		profile: trackly,
		request: async () => await Promise.reject(new Error('objects are sent for')),
		send: async (request) => {
			requests.push(request);
			if (answer instanceof Error) throw answer;
			return answer;
		},
	});
	return { api, requests };
}

describe('the endpoints of an account', () => {
	it('are told with what is left open filled in', async () => {
		const full = { id: 'wh_1', url: 'https://a.example', events: ['reply'], status: 'paused' };
		const { api } = answering({ webhooks: [full, { id: 7, url: 'https://b.example' }] });
		expect(await api.list()).toEqual([
			full,
			{ id: '7', url: 'https://b.example', events: [], status: 'active' },
		]);
	});

	it('are left out where they cannot be told apart or posted to', async () => {
		const rows = [null, 'wh_1', {}, { id: '', url: 'https://a.example' }, { id: 'wh_2' }];
		const good = { id: 'wh_3', url: 'https://c.example', events: [], status: 'active' };
		const { api } = answering({ webhooks: [...rows, good] });
		expect(await api.list()).toEqual([good]);
	});

	it.each<JsonObject>([{}, { webhooks: null }, { webhooks: { id: 'wh_1' } }])(
		'cannot be read from %j',
		async (answer) => {
			await expect(answering(answer).api.list()).rejects.toMatchObject(UNREADABLE);
		},
	);
});

describe('making an endpoint', () => {
	const wanted = {
		url: 'https://a.example',
		events: ['reply' as const],
		secret: 'wanted-secret',
	};

	it.each<[string, JsonObject, object]>([
		['wrapped', { success: true, webhook: { id: 'wh_1' } }, { id: 'wh_1', ...wanted }],
		['flat', { success: true, id: 8 }, { id: '8', ...wanted }],
		[
			'with a secret of its own',
			{ webhook: { id: 'wh_1', secret: 'its-own' } },
			{ id: 'wh_1', ...wanted, secret: 'its-own' },
		],
		['with an empty secret', { id: 'wh_1', secret: '' }, { id: 'wh_1', ...wanted }],
		['with a secret that is hidden', { id: 'wh_1', secret: null }, { id: 'wh_1', ...wanted }],
	])('reads an answer that is %s', async (_name, answer, made) => {
		const { api, requests } = answering(answer);
		expect(await api.create(wanted)).toEqual({ status: 'active', ...made });
		expect(requests).toMatchObject([
			{ endpoint: { operationId: 'createWebhookEndpoint' }, body: wanted },
		]);
	});

	it.each<JsonObject>([{ success: true }, { webhook: { id: null } }])(
		'is in doubt when the answer is %j: nobody could remove it',
		async (answer) => {
			await expect(answering(answer).api.create(wanted)).rejects.toMatchObject(UNREADABLE);
		},
	);
});

describe('removing an endpoint', () => {
	it('names it', async () => {
		const { api, requests } = answering({ success: true });
		await api.remove('wh_1');
		expect(requests).toMatchObject([
			{ endpoint: { operationId: 'deleteWebhookEndpoint' }, pathParameters: { id: 'wh_1' } },
		]);
	});

	it('is fine when it is gone already', async () => {
		await expect(answering(failed(404)).api.remove('wh_1')).resolves.toBeUndefined();
	});

	it.each([
		['refused', failed(403)],
		['not possible', failed(405)],
		['not connected', failed()],
		['broken', new TypeError('broken')],
	])('fails when it is %s', async (_name, error) => {
		await expect(answering(error).api.remove('wh_1')).rejects.toBe(error);
	});
});

it.each<[unknown, boolean]>([
	[failed(404), true],
	[failed(405), true],
	[failed(501), true],
	[failed(403), false],
	[failed(500), false],
	[failed(), false],
	[Object.assign(new Error('Not found'), { status: 404 }), false],
	['404', false],
])('%s means that the account has no such API: %s', (error, absent) => {
	expect(isAbsent(error)).toBe(absent);
});
