import type { Sandbox, Switches } from '../../../sandbox';
import { useBench } from './bench';
import type { Client } from './client';

describe('rate limits', () => {
	let sandbox: Sandbox;
	let client: Client;
	useBench({ switches: { rateLimit: 'hour' }, settings: { rateLimitScale: 1 } }, (bench) => {
		({ sandbox, client } = bench);
	});

	const read = async () => await client.call('GET', '/organizations');
	const remaining = ({ headers }: { headers: Headers }) =>
		Number(headers.get('x-ratelimit-remaining'));
	/** Uses up what is left and returns the refusal. */
	const exhaust = async (method = 'GET', route = '/organizations') => {
		for (;;) {
			const answer = await client.call(method, route);
			if (answer.status === 429) return answer;
		}
	};

	it('tells limit, rest and reset with every response, refusals too', async () => {
		const now = Date.now() / 1_000;
		const first = await read();
		expect(first.headers.get('x-ratelimit-limit')).toBe('100');
		expect(remaining(first)).toBe(99);
		const reset = Number(first.headers.get('x-ratelimit-reset'));
		expect(reset).toBeGreaterThan(now + 3_590);
		expect(reset).toBeLessThan(now + 3_610);
		expect(remaining(await client.call('GET', '/media/med_none'))).toBe(98);
		expect(first.headers.get('x-request-id')).toBeTruthy();
	});

	it('refuses what is above, and does nothing then', async () => {
		const { body, headers } = await exhaust();
		expect(body).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED' });
		expect(Number(headers.get('retry-after'))).toBeGreaterThan(3_000);
		const list = { source_url: 'http://127.0.0.1:1/', list_name: 'L', phone_column: 'P' };
		expect(await client.refusal('POST', '/contact-lists/import', list)).toBe(
			'429 RATE_LIMIT_EXCEEDED',
		);
		expect(sandbox.effects()).toEqual([]);
		expect(
			sandbox
				.journal()
				.requests()
				.filter(({ status }) => status === 200),
		).toHaveLength(100);
	});

	it('can leave out Retry-After and the code', async () => {
		sandbox.setSwitches({ retryAfter: false, rateLimitCode: false });
		const { body, headers } = await exhaust();
		expect(headers.get('retry-after')).toBeNull();
		expect(body).toMatchObject({ error: 'Too many requests', retryAfter: expect.any(Number) });
		expect(body.code).toBeUndefined();
	});

	it('counts each key by itself', async () => {
		await exhaust();
		const key = sandbox.keys().childOnly;
		expect((await client.call('GET', '/organizations', { key })).status).toBe(200);
	});

	it.each([
		['GET', '/organizations', 100],
		['POST', '/projects/prj_none/copy', 60],
		['DELETE', '/media/med_none', 30],
	])('counts %s by itself in the limit of three kinds', async (method, route, limit) => {
		sandbox.setSwitches({ rateLimit: 'kinds' });
		const { headers } = await exhaust(method, route);
		expect(headers.get('x-ratelimit-limit')).toBe(String(limit));
		const answered = sandbox
			.journal()
			.requests()
			.filter(({ status }) => status !== 429);
		expect(answered).toHaveLength(limit);
	});

	it.each([
		['hour', '100'],
		['minute', '600'],
		['bucket', '600'],
	] as ReadonlyArray<[Switches['rateLimit'], string]>)(
		'has a limit by %s',
		async (rateLimit, limit) => {
			sandbox.setSwitches({ rateLimit });
			expect((await read()).headers.get('x-ratelimit-limit')).toBe(limit);
		},
	);

	it('opens again after the window', async () => {
		sandbox.setSettings({ rateLimitScale: 1 / 3_600 });
		const { headers } = await exhaust();
		expect(headers.get('retry-after')).toBe('1');
		while ((await read()).status === 429);
		expect(sandbox.journal().requests().at(-1)?.status).toBe(200);
	});

	it('says when by a clock that is wrong', async () => {
		sandbox.setSettings({ clockSkewSeconds: -7_200 });
		const { headers } = await read();
		expect(Number(headers.get('x-ratelimit-reset'))).toBeLessThan(Date.now() / 1_000);
		expect(Date.parse(headers.get('date') ?? '')).toBeLessThan(Date.now() - 7_100_000);
	});

	it('has none, and no headers of one, unless it is switched on', async () => {
		sandbox.setSwitches({ rateLimit: 'off' });
		expect((await read()).headers.get('x-ratelimit-limit')).toBeNull();
	});
});
