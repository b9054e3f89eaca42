import { RequestError } from '../../../kernel/http/requestError';
import type { ApiRequest, JsonObject } from '../../../kernel/http/endpoint';
import { NoWebhookApi, webhookApi } from '../../../nodes/Trackly/trigger/webhookApi';

const UNREADABLE = {
	name: 'RequestError',
	message: 'Trackly accepted the request, but its response could not be read',
	kind: 'unknown',
	code: 'unreadable_response',
};

const failed = (status?: number) =>
	new RequestError('No', { kind: 'refused', code: `http_${status}`, status });

/** The webhook endpoints of an account that gives this answer. */
function answering(answer: JsonObject | Error) {
	const requests: ApiRequest[] = [];
	const api = webhookApi({
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
});

describe('an account without the API', () => {
	const page = (status: number) =>
		new RequestError('No JSON', { kind: 'unknown', code: 'unreadable_answer', status });
	type Step = JsonObject | RequestError;

	/** What the account says to a look at its endpoints, and to one at its lists. */
	async function look(webhooks: Step[], lists: Step[] = [{ lists: [] }]) {
		const requests: ApiRequest[] = [];
		const left: Record<string, Step[]> = { '/webhooks': [...webhooks], '/lists': [...lists] };
		const api = webhookApi({
			send: async (request) => {
				requests.push(request);
				const step = left[request.endpoint.path].shift();
				if (step === undefined) throw new Error(`One ${request.endpoint.path} too many`);
				if (step instanceof Error) throw step;
				return step;
			},
		});
		const error = await api.list().catch((thrown: unknown) => thrown);
		return { error, asked: requests.map(({ endpoint }) => endpoint.path), requests };
	}

	it.each<[string, Step]>([
		['404', failed(404)],
		['405', failed(405)],
		['410', failed(410)],
		['501', new RequestError('No', { kind: 'unknown', code: 'http_501', status: 501 })],
		['an unknown path', failed(400)],
		['no right to it', failed(403)],
		['no such key for it', failed(401)],
		['a page with 200', page(200)],
		['a redirect', failed(302)],
		['another shape', {}],
		['null', { webhooks: null }],
		['an object', { webhooks: { id: 'wh_1' } }],
	])('is one that says %s, while its lists can be read', async (_name, step) => {
		const { error, asked } = await look([step]);
		expect(error).toBeInstanceOf(NoWebhookApi);
		expect(asked).toEqual(['/webhooks', '/lists']);
	});

	it.each<[string, Step]>([
		['402', failed(402)],
		['429', failed(429)],
		['500', new RequestError('No', { kind: 'unknown', code: 'http_500', status: 500 })],
		['no connection', new RequestError('No', { kind: 'unreachable', code: 'unreachable' })],
	])('is not one that says %s', async (_name, step) => {
		const { error, asked } = await look([step, step]);
		expect(error).toBe(step);
		expect(asked).not.toContain('/lists');
	});

	it.each([401, 403])('is not one whose lists say %d: the key is wrong', async (status) => {
		const refusal = failed(status);
		expect((await look([failed(status)], [refusal])).error).toBe(refusal);
	});

	it.each<[string, Step]>([
		['404', failed(404)],
		['a page with 200', page(200)],
		['a redirect', failed(302)],
		['another shape', {}],
	])('is not one whose lists say %s: the Base URL is wrong', async (_name, step) => {
		const { error } = await look([failed(404)], [step]);
		expect(error).toMatchObject({
			code: 'invalid_base_url',
			message: expect.stringMatching(/^There is no Trackly API at the Base URL: /),
		});
	});

	it('is asked once, and again only after a response that was lost', async () => {
		const lost = new RequestError('Lost', { kind: 'unknown', code: 'outcome_unknown' });
		const { error, requests } = await look([lost, { webhooks: [] }]);
		expect(error).toEqual([]);
		expect(requests.map(({ endpoint }) => endpoint.idempotent)).toEqual([false, true]);
	});

	it.each([404, 405, 410, 501])('may show itself when one is made: %d', async (status) => {
		const wanted = { url: 'https://a.example', events: ['reply'], secret: 's' };
		await expect(answering(failed(status)).api.create(wanted)).rejects.toThrow(NoWebhookApi);
	});
});

describe('making an endpoint', () => {
	const wanted = {
		url: 'https://a.example',
		events: ['reply'],
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
