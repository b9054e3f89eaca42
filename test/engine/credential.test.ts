import type { IHttpRequestOptions } from 'n8n-workflow';

import { TracklyApi } from '../../credentials/TracklyApi.credentials';
import { list, phoneNumbers, useAccount } from '../kit/account';
import { shown, useNoJitter, type RunOperation } from '../kit/operation';
import { startServer } from '../kit/server';
import { operationOf } from './trackly';

const account = useAccount();
useNoJitter();

const [first, second] = phoneNumbers(2);
const items = [
	{ to: first, body: 'Hi' },
	{ to: second, body: 'Hi' },
];

/** An operation of each kind that calls the API. */
const kinds: Array<[kind: string, run: RunOperation]> = [
	[
		'each',
		operationOf(account, {
			resource: 'message',
			operation: 'send',
			listNumber: list(),
			to: '={{ $json.to }}',
			body: '={{ $json.body }}',
		}),
	],
	[
		'batch',
		operationOf(account, {
			resource: 'message',
			operation: 'sendMany',
			listNumber: list(),
			columns: { mappingMode: 'autoMapInputData', value: null },
		}),
	],
	['pages', operationOf(account, { resource: 'contact', operation: 'getAll', returnAll: true })],
];

const key = `trk_${'0a'.repeat(16)}`;
const requests = () => account.sandbox().journal().requests();

describe('the credential', () => {
	const authenticate = async (options: IHttpRequestOptions) => {
		const type = new TracklyApi();
		if (typeof type.authenticate !== 'function') throw new Error('not a function');
		return await type.authenticate(
			{ apiKey: key, baseUrl: 'custom', customBaseUrl: 'https://sms.example.com/api/v2' },
			options,
		);
	};

	it('puts the key into X-Api-Key and keeps everything else', async () => {
		const options = {
			url: 'https://sms.example.com/api/v2/lists',
			headers: { Accept: 'application/json' },
			timeout: 1,
		};
		expect(await authenticate(options)).toEqual({
			...options,
			headers: { Accept: 'application/json', 'X-Api-Key': key },
		});
		expect(options.headers).toEqual({ Accept: 'application/json' });
	});

	it('serves a path below a base URL, as the test of the credential asks for', async () => {
		const { headers } = await authenticate({
			baseURL: 'https://sms.example.com/api/v2',
			url: '/lists',
		});
		expect(headers).toEqual({ 'X-Api-Key': key });
	});

	it.each([
		'https://sms.example.com.evil.example/api/v2/lists',
		'https://evil.example/api/v2/lists',
		'http://sms.example.com/api/v2/lists',
		'https://sms.example.com:8443/api/v2/lists',
		'//evil.example/api/v2/lists',
	])('does not give the key to %s', async (url) => {
		const baseURL = 'https://sms.example.com/api/v2';
		const refused = authenticate({ baseURL, url });
		await expect(refused).rejects.toThrow('only sent to the Base URL of its credential');
		await expect(refused).rejects.not.toThrow(key);
	});
});

describe.each(kinds)('%s with a credential that cannot work', (_kind, run) => {
	it.each([
		['', '"API Key" is empty'],
		[`trk_ ${key}`, '"API Key" contains a space or a line break'],
		[`trk_\n${key}`, '"API Key" contains a space or a line break'],
		[`${key}\u200b`, '"API Key" contains a character that no API key has'],
	])('the malformed key %j fails with one message before any request', async (apiKey, message) => {
		const { items: output, error } = await run(items, { credential: { apiKey } });
		expect(output).toEqual([]);
		expect(shown(error, '0a0a').startsWith(message)).toBe(true);
		expect(error?.description).toMatch(/paste it into the credential|Paste the API key again/);
		expect(requests()).toEqual([]);
	});

	it('a malformed key is the fault of no item', async () => {
		const { error } = await run(items, { credential: { apiKey: 'trk_1 23' } });
		expect(error?.message).not.toContain('[item');
	});

	it('a key of another form is for Trackly to judge, and the advice says the documented form', async () => {
		const { error } = await run(items, { credential: { apiKey: 'sandbox_restricted-7' } });
		expect(shown(error, 'restricted-7')).toContain('(invalid_api_key)');
		expect(error?.description).toContain('A documented key is trk_ and 32 letters or digits');
		expect(requests().length).toBeGreaterThan(0);
	});

	it("an unknown key fails with Trackly's words and what to do", async () => {
		const { error } = await run(items, { credential: { apiKey: key } });
		expect(shown(error, '0a0a')).toContain('(invalid_api_key)');
		expect(error?.description).toMatch(/paste it into the credential/);
		expect(new Set(requests().map(({ status }) => status))).toEqual(new Set([401]));
	});

	it('a suspended account fails with what to do', async () => {
		account.sandbox().setSwitches({ suspended: true });
		const { error } = await run(items);
		expect(shown(error)).toMatch(/suspended/);
		expect(error?.description).toMatch(/Trackly account may be suspended/);
		expect(new Set(requests().map(({ status }) => status))).toEqual(new Set([403]));
	});

	it('a host that cannot be reached is named, after some tries', async () => {
		const { error } = await run(items, {
			credential: { customBaseUrl: 'http://127.0.0.1:1/api/v2' },
		});
		expect(shown(error)).toContain(
			'n8n could not connect to 127.0.0.1:1: nothing listens there (unreachable)',
		);
		expect(error?.description).toContain('Nothing was sent');
		expect(error?.description).toMatch(/app\.tracklysms\.com .* api\.tracklysms\.com/);
	});

	it('a base URL that is not encrypted is refused before any request', async () => {
		const { error } = await run(items, {
			credential: { customBaseUrl: 'http://sms.example.com/api/v2' },
		});
		expect(shown(error)).toMatch(/^"Custom Base URL" must begin with https:/);
		expect(error?.description).toContain('Enter the URL of the API under Custom Base URL');
	});

	it.each([301, 302, 307, 308])(
		'a redirect (%s) is not followed, so no key leaks',
		async (code) => {
			const other = await startServer((_, answer) => answer.end('{}'));
			const redirecting = await startServer((request, answer) => {
				answer.writeHead(code, { Location: `${other.url}${request.url}` }).end();
			});
			try {
				const { error } = await run(items, {
					credential: { customBaseUrl: `${redirecting.url}/api/v2` },
				});
				expect(redirecting.received.length).toBeGreaterThan(0);
				expect(other.received).toEqual([]);
				expect(shown(error)).toContain('(redirected)');
				expect(error?.description).toContain('the Base URL');
			} finally {
				await Promise.all([other.stop(), redirecting.stop()]);
			}
		},
	);
});
