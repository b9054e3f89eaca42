import type { IHttpRequestOptions } from 'n8n-workflow';

import { testByNode } from '../../../../test/kit/credentialTest';
import { shown } from '../../../../test/kit/operation';
import { useStubFor } from '../../../../test/kit/stub';
import { MeSmsApi } from '../../credentials/MeSmsApi.credentials';
import { MeSms } from '../../nodes/MeSms/MeSms.node';
import { MeSmsTrigger } from '../../nodes/MeSms/MeSmsTrigger.node';
import { API_KEY, credentialAt, operationOf, UUID } from './meSms';

const stub = useStubFor(credentialAt, () => ({ json: { balance: 18250 } }));

const authenticate = async (options: IHttpRequestOptions) => {
	const type = new MeSmsApi();
	if (typeof type.authenticate !== 'function') throw new Error('not a function');
	return await type.authenticate(
		{ apiKey: API_KEY, baseUrl: 'https://sms.example.com/api/v2' },
		options,
	);
};

it('the key goes into x-api-key, beside what is there', async () => {
	const options = { url: 'https://sms.example.com/api/v2/sms', headers: { Accept: '*/*' } };
	expect(await authenticate(options)).toEqual({
		...options,
		headers: { Accept: '*/*', 'x-api-key': API_KEY },
	});
});

it.each(['https://sms.example.com.evil.example/api/v2/sms', 'http://sms.example.com/api/v2/sms'])(
	'the key never goes to %s',
	async (url) => {
		await expect(authenticate({ url })).rejects.toThrow(
			'The ME-SMS API key is only sent to the Base URL of its credential',
		);
	},
);

const path = (setting: string, value: string) => ({ customPaths: true, [setting]: value });

it.each([
	[{ apiKey: ' ' }, 'API Key is empty'],
	[{ apiKey: API_KEY.repeat(3_000) }, 'API Key is longer than any API key'],
	[{ apiKey: 'a b' }, 'API Key contains a space'],
	[{ baseUrl: 'http://me-sms.com/api/v2' }, 'Base URL must begin with https://'],
	[{ baseUrl: 'https://me-sms.com/api' }, 'Base URL must end with /api/v2'],
	[{ baseUrl: 'https://me-sms.com/en/api-docs' }, 'Base URL must end with /api/v2'],
	[
		path('previewCost', '/sms/send'),
		'Preview Cost Path must not be /sms/send, the path of another call',
	],
	[path('previewCost', '/SMS/send/'), 'Preview Cost Path must not be /sms/send'],
	[path('previewCost', '/sms/./send'), 'Preview Cost Path must be a plain path'],
	[path('previewCost', '/sms/%73end'), 'Preview Cost Path must be a plain path'],
	[path('previewCost', '//sms/send'), 'Preview Cost Path must be a path, without a host'],
	[path('previewCost', '/sms//send'), 'Preview Cost Path must be a plain path'],
	[path('previewCost', '/sms/send?x=1'), 'Preview Cost Path must be a plain path'],
	[path('cancelSms', '/sms/cancel'), 'Cancel Path must contain {uuid} once'],
	[path('getMessage', '/messages'), 'Get Message Path must contain {uuid} once'],
	[
		path('getMessage', '/sms/{uuid}/recipients'),
		'Get Message Path must not be /sms/{uuid}/recipients',
	],
	[
		path('getCreditBalance', 'https://me-sms.com/api/v2/balance'),
		'Credit Balance Path must be a path',
	],
	[
		path('getCreditBalance', '//evil.example/balance'),
		'Credit Balance Path must be a path, without a host',
	],
	[path('getCreditBalance', '/{uuid}/balance'), 'Credit Balance Path must not contain {uuid}'],
	[
		path('getCreditBalance', 'POST /balance'),
		'Credit Balance Path must be a path without a method, which is GET',
	],
	[path('listSenders', 'senders'), 'Senders Path must begin with /'],
] as Array<[Record<string, string>, string]>)(
	'a credential with %j is refused before any request',
	async (credential, message) => {
		const run = operationOf(stub, { resource: 'credit', operation: 'get' });
		const { error } = await run([{}], { credential });
		expect(shown(error, API_KEY).replaceAll('"', '')).toContain(message);
		expect(stub.requests()).toEqual([]);
	},
);

it.each([
	[{}, '/api/v2/credits'],
	[path('getCreditBalance', ' /users/balance/ '), '/api/v2/users/balance'],
	[path('getCreditBalance', ''), '/api/v2/credits'],
	[{ ...path('getCreditBalance', '/users/balance'), customPaths: false }, '/api/v2/credits'],
] as Array<[Record<string, string>, string]>)(
	'with %j the balance is at %s',
	async (credential, at) => {
		const run = operationOf(stub, { resource: 'credit', operation: 'get' });
		expect((await run([{}], { credential })).error).toBeUndefined();
		expect(stub.requests()).toMatchObject([{ method: 'GET', path: at }]);
		expect(stub.headers()).toMatchObject([{ 'x-api-key': API_KEY }]);
	},
);

describe('a path that is a setting', () => {
	const run = operationOf(stub, { resource: 'message', operation: 'get', uuid: UUID });
	const html = '<!DOCTYPE html><html><body>Not found</body></html>';

	it.each([
		['a web page', { status: 404, text: html, type: 'text/html' }],
		['a web page that says OK', { status: 200, text: html, type: 'text/html' }],
		['a redirect', { status: 307, headers: { Location: 'http://other.example/en' }, text: '' }],
		["a 404 in JSON that is not the API's", { status: 404, json: { message: 'Cannot GET' } }],
		['an empty 404', { status: 404, text: '' }],
	])('is wrong where %s comes', async (_, answer) => {
		stub.answer(() => answer);
		const text = shown((await run([{}])).error);
		expect(text).toContain('GET /sms/{uuid}');
		expect(text).toContain('Custom Endpoint Paths > Get Message Path');
		expect(text).toContain('(wrong_path)');
		expect(stub.requests()).toHaveLength(1);
	});

	it('is right where the API says that the thing is missing', async () => {
		stub.answer(() => ({ status: 404, json: { error: 'Nothing there' } }));
		const text = shown((await run([{}])).error);
		expect(text).toContain('Nothing there (http_404)');
		expect(text).not.toContain('Custom Endpoint Paths');
	});

	it('that is wrong ends the run, as it is for every item', async () => {
		stub.answer(() => ({ status: 404, text: html, type: 'text/html' }));
		const { items } = await run([{}, {}, {}], { settings: { onError: 'continueRegularOutput' } });
		expect(items).toHaveLength(3);
		expect(stub.requests().length).toBeLessThanOrEqual(3);
	});
});

describe('the test of the credential', () => {
	const test = async (data = stub.credential()) =>
		await testByNode(new MeSms(), new MeSmsApi(), data);
	const good = { status: 'OK', message: 'Connection successful!' };

	it('is the same for both nodes', () => {
		const testOf = ({ methods, description }: MeSms | MeSmsTrigger) =>
			methods.credentialTest[description.credentials![0].testedBy as 'testKey'];
		expect(testOf(new MeSmsTrigger())).toBe(testOf(new MeSms()));
		// n8n would prefer it, and n8n 1 takes every key for good then.
		expect(new MeSmsApi()).not.toHaveProperty('test');
	});

	it.each(['', '/', ' ', '\n'])(
		'asks on documented ground, after the address %j',
		async (ending) => {
			stub.answer(() => ({ status: 404, json: { error: 'Nothing there' } }));
			const { baseUrl } = stub.credential();
			expect(await test(stub.credential({ baseUrl: baseUrl + ending }))).toEqual(good);
			expect(stub.requests()).toMatchObject([
				{ path: '/api/v2/sms/00000000-0000-0000-0000-000000000000/recipients?after=0' },
			]);
			expect(stub.headers()).toMatchObject([{ 'x-api-key': API_KEY }]);
		},
	);

	it.each([400, 403, 404, 409])('takes a key for good when the API says %i', async (status) => {
		stub.answer(() => ({ status, json: { error: 'No' } }));
		expect(await test()).toEqual(good);
	});

	it.each([
		{ recipients: [], hasMore: false },
		{ data: [], hasMore: false },
		{ data: { items: [] } },
	])('takes a key for good when the API lists nothing: %j', async (json) => {
		stub.answer(() => ({ json }));
		expect(await test()).toEqual(good);
	});

	it.each([
		[401, 'does not know this API key'],
		[429, 'asks to slow down'],
		[500, 'failed with HTTP status 500'],
		[503, 'failed with HTTP status 503'],
	])('says of %i what it means', async (status, message) => {
		stub.answer(() => ({ status, json: { error: 'No' } }));
		expect(await test()).toMatchObject({
			status: 'Error',
			message: expect.stringContaining(message),
		});
	});

	it.each([
		[200, { text: '<!doctype html><html>Log in</html>' }],
		[200, { text: '' }],
		[200, { json: [] }],
		[200, { json: null }],
		[200, { json: { error: 'No such key' } }],
		[200, { json: { ok: true } }],
		[204, { text: '' }],
		[403, { text: '<html>Blocked</html>' }],
		[404, { text: '<html>Not found</html>' }],
		[404, { text: '\n\n<html>Not found</html>' }],
		[404, { text: '' }],
		[404, { json: {} }],
		[404, { json: { message: 'Cannot GET', statusCode: 404 } }],
		[404, { json: { error: { code: 5 } } }],
		[404, { json: [] }],
		[405, { json: { error: 'Method Not Allowed' } }],
		[418, { json: { error: 'No' } }],
	])('is not passed by %i with %j', async (status, answer) => {
		stub.answer(() => ({ status, ...answer }));
		expect(await test()).toEqual({
			status: 'Error',
			message: expect.stringContaining('No ME-SMS API responds at this Base URL'),
		});
	});

	it.each([301, 302, 303, 307, 308])('never follows a redirect with %i', async (status) => {
		stub.answer(() => ({ status, headers: { Location: '/elsewhere' }, text: '' }));
		expect((await test()).message).toContain('responds with a redirect');
		expect(stub.requests()).toHaveLength(1);
	});

	it.each([
		[{ apiKey: ' ' }, 'API Key'],
		[{ apiKey: 'a b' }, 'API Key'],
		[{ baseUrl: 'https://me-sms.com/api' }, 'Base URL'],
		[{ baseUrl: '' }, 'Base URL'],
		[path('previewCost', '/sms/send'), 'Preview Cost Path'],
	])('says what cannot be right in %j', async (changes, field) => {
		const { status, message } = await test({ ...stub.credential(), ...changes } as never);
		expect([status, message]).toEqual(['Error', expect.stringContaining(field)]);
		expect(stub.requests()).toEqual([]);
	});

	it('says so where nobody listens', async () => {
		const given = await test(stub.credential({ baseUrl: 'http://127.0.0.1:1/api/v2' }));
		expect(given).toEqual({
			status: 'Error',
			message: 'n8n got no response from 127.0.0.1:1: nothing listens there',
		});
	});

	it.each(['fin', 'rst', 'halfway'] as const)(
		'is not passed by a broken response: %s',
		async (cut) => {
			stub.answer(() => ({ cut }));
			expect(await test()).toMatchObject({ status: 'Error' });
		},
	);
});
