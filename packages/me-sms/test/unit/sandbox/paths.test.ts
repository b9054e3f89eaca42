import type { Sandbox } from '../../../sandbox';
import { phones, SEND, useBench } from './bench';
import type { Client } from './client';

const OLD = [
	['POST', '/sms/preview'],
	['POST', '/sms/5b1f0c6e/cancel'],
	['GET', '/sms'],
	['GET', '/sms/5b1f0c6e'],
	['GET', '/credits'],
	['GET', '/senders'],
];

describe('paths', () => {
	let sandbox: Sandbox;
	let client: Client;
	useBench({}, (bench) => ({ sandbox, client } = bench));

	describe.each(OLD)('%s %s, when it has moved', (method, route) => {
		const ask = async () =>
			await client.call(method, route, { body: method === 'POST' ? {} : undefined });
		beforeEach(() => sandbox.setSwitches({ paths: 'moved' }));

		it.each([
			['missing', 404],
			['page', 200],
		] as const)('is a %s of the website', async (wrongPaths, status) => {
			sandbox.setSwitches({ wrongPaths });
			const answer = await ask();
			expect(answer.status).toBe(status);
			expect(answer.headers.get('content-type')).toContain('text/html');
			expect(answer.body.text).toContain('<!doctype html>');
		});

		it('leads to another port, which notes whether the key came along', async () => {
			sandbox.setSwitches({ wrongPaths: 'redirect' });
			const { status, headers } = await ask();
			expect(status).toBe(307);
			const target = headers.get('location') ?? '';
			expect(new URL(target).pathname).toBe(`/en/api/v2${route}`);
			expect(new URL(target).port).not.toBe(new URL(sandbox.url).port);
			expect(sandbox.visits()).toEqual([]);
			await fetch(target, { method, headers: { 'x-api-key': sandbox.apiKey } });
			await fetch(target);
			const visit = { path: `/en/api/v2${route}` };
			expect(sandbox.visits()).toEqual([
				{ ...visit, method, withKey: true },
				{ ...visit, method: 'GET', withKey: false },
			]);
		});
	});

	it('what is documented stays where it is', async () => {
		sandbox.setSwitches({ paths: 'moved' });
		const { uuid } = await client.good('POST', '/sms/send', { ...SEND, msisdns: phones(3) });
		const { recipients } = await client.good('GET', `/sms/${String(uuid)}/recipients?after=0`);
		expect(recipients).toHaveLength(3);
	});

	it('a path that never was is the website too, and a missing thing is not', async () => {
		expect((await client.call('GET', '/balance')).body).toHaveProperty('text');
		expect(await client.refusal('GET', '/sms/none')).toBe('404 -');
		expect(await client.refusal('GET', '/sms/none/recipients')).toBe('404 -');
		expect(await client.refusal('POST', '/sms/none/cancel')).toBe('404 -');
		expect(await client.refusal('PUT', '/credits')).toBe('405 -');
		expect(await client.refusal('GET', '/sms/senders')).toBe('404 -');
	});

	it('an encoded uuid is read as it was', async () => {
		sandbox.setSwitches({ paths: 'moved' });
		expect(await client.refusal('GET', '/sms/message/a%2Fb%24%26')).toBe('404 -');
	});
});
