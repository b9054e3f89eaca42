import type { IHttpRequestOptions } from 'n8n-workflow';

import { testCredential } from '../../../../test/kit/credentialTest';
import { shown } from '../../../../test/kit/operation';
import { PoliticalCommsApi } from '../../credentials/PoliticalCommsApi.credentials';
import { API_KEY, operationOf, useSamples } from './politicalComms';

const stub = useSamples();

const authenticate = async (options: IHttpRequestOptions) => {
	const type = new PoliticalCommsApi();
	if (typeof type.authenticate !== 'function') throw new Error('not a function');
	return await type.authenticate(
		{ apiKey: API_KEY, baseUrl: 'https://sms.example.com/v1' },
		options,
	);
};

it('the key goes into X-API-Key, beside what is there', async () => {
	const options = { url: 'https://sms.example.com/v1/media', headers: { Accept: 'text/csv' } };
	expect(await authenticate(options)).toEqual({
		...options,
		headers: { Accept: 'text/csv', 'X-API-Key': API_KEY },
	});
});

it.each([
	'https://sms.example.com.evil.example/v1/media',
	'https://evil.example/v1/media',
	'http://sms.example.com/v1/media',
	'https://sms.example.com:8443/v1/media',
])('the key never goes to %s', async (url) => {
	await expect(authenticate({ url })).rejects.toThrow(
		'The Political Comms API key is only sent to the Base URL of its credential',
	);
});

it.each([
	[{ apiKey: '' }, 'API Key is empty'],
	[{ apiKey: 'pc_live_a b' }, 'API Key contains a space'],
	[{ baseUrl: '' }, 'Base URL is empty'],
	[{ baseUrl: 'api.politicalcomms.com' }, 'Base URL is not a URL'],
	[{ baseUrl: 'http://api.politicalcomms.com/v1' }, 'Base URL must begin with https://'],
	[{ baseUrl: 'https://u:p@api.politicalcomms.com/v1' }, 'Base URL must be a plain URL'],
])('a credential with %j is refused before any request', async (credential, message) => {
	const run = operationOf(stub, { resource: 'brand', operation: 'getAll' });
	const { error } = await run([{}], { credential });
	expect(shown(error, API_KEY).replaceAll('"', '')).toContain(message);
	expect(stub.requests()).toEqual([]);
});

it('the key goes along with every request', async () => {
	await operationOf(stub, { resource: 'brand', operation: 'getAll' })([{}]);
	expect(stub.headers()).toMatchObject([{ 'x-api-key': API_KEY }]);
});

describe("the credential's own test", () => {
	const test = async (data = stub.credential()) =>
		await testCredential(new PoliticalCommsApi(), data);

	it.each(['', '/', ' ', '\n'])('is passed by a good key, after the address %j', async (ending) => {
		const { baseUrl } = stub.credential();
		expect(await test(stub.credential({ baseUrl: baseUrl + ending }))).toEqual({
			status: 'OK',
			message: 'Connection successful!',
		});
		expect(stub.requests().at(-1)?.path).toMatch(/^\/v1\/+organizations$/);
	});

	it.each([
		[401, 'does not know this API key'],
		[403, 'may not list organizations'],
		[404, 'No Political Comms API responds at this Base URL'],
		[429, 'rate limit of this key is used up'],
		[503, 'failed with HTTP status 503'],
	])('says of %i what it means', async (status, message) => {
		stub.answer(() => ({ status, json: { error: 'No', code: 'NO' } }));
		expect(await test()).toMatchObject({
			status: 'Error',
			message: expect.stringContaining(message),
		});
	});

	it('is not passed by a web page', async () => {
		stub.answer(() => ({ text: '<!doctype html><html>Log in</html>', type: 'text/html' }));
		expect(await test()).toMatchObject({ status: 'Error' });
	});

	it('never follows a redirect', async () => {
		stub.answer(() => ({ status: 302, headers: { Location: '/elsewhere' }, text: '' }));
		expect((await test()).message).toContain('responds with a redirect');
		expect(stub.requests()).toHaveLength(1);
	});
});
