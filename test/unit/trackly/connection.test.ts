import { BASE_URLS, readConnection } from '../../../nodes/Trackly/api/connection';

const key = `trk_${'0a'.repeat(16)}`;
const custom = (customBaseUrl: unknown) => ({ apiKey: key, baseUrl: 'custom', customBaseUrl });

describe('readConnection', () => {
	it.each([
		[{ apiKey: key, baseUrl: BASE_URLS.current }, 'https://api.tracklysms.com/api/v2'],
		[{ apiKey: key, baseUrl: BASE_URLS.older }, 'https://app.tracklysms.com/api/v2'],
		[custom('https://sms.example.com/api/v2/'), 'https://sms.example.com/api/v2'],
		[custom('http://127.0.0.1:4080/api/v2'), 'http://127.0.0.1:4080/api/v2'],
		[custom('http://localhost:4080/api/v2'), 'http://localhost:4080/api/v2'],
		[custom('http://[::1]:4080/api/v2'), 'http://[::1]:4080/api/v2'],
	])('%j leads to %s', (credential, baseUrl) => {
		expect(readConnection(credential)).toEqual({ apiKey: key, baseUrl });
	});

	it.each([
		[{ apiKey: '' }, 'missing_api_key', 'API Key: is empty'],
		[{ apiKey: ` ${key}` }, 'malformed_api_key', 'space or line break'],
		[{ apiKey: `${key}\n` }, 'malformed_api_key', 'space or line break'],
		[{ apiKey: 'sk_123' }, 'malformed_api_key', 'does not begin with "trk_"'],
		[{ apiKey: 'trk_123' }, 'malformed_api_key', 'here are 3 characters'],
		[custom(''), 'invalid_base_url', 'Base URL: is empty'],
		[custom('sms.example.com'), 'invalid_base_url', 'is not a web address'],
		[custom('http://sms.example.com/api/v2'), 'invalid_base_url', 'https://'],
		[custom('http://127.0.0.1.example.com/'), 'invalid_base_url', 'https://'],
		[custom('ftp://127.0.0.1/'), 'invalid_base_url', 'https://'],
		[custom('https://user@sms.example.com/'), 'invalid_base_url', 'plain address'],
	])('refuses %j', (credential, code, wrong) => {
		const attempt = () => readConnection(credential);
		expect(attempt).toThrow(expect.objectContaining({ code }));
		expect(attempt).toThrow(wrong);
	});

	it('never shows the key', () => {
		for (const apiKey of [`${key} `, key.slice(0, -1), key.slice(4)]) {
			expect(() => readConnection({ apiKey, baseUrl: BASE_URLS.current })).toThrow(
				expect.not.objectContaining({ message: expect.stringContaining('0a0a') }),
			);
		}
	});
});
