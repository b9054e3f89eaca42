import { BASE_URLS, readConnection } from '../../../nodes/Trackly/api/connection';

const key = `trk_${'0a'.repeat(16)}`;
const custom = (customBaseUrl: unknown) => ({ apiKey: key, baseUrl: 'custom', customBaseUrl });

describe('readConnection', () => {
	it.each([
		[{ apiKey: key, baseUrl: BASE_URLS.app }, 'https://app.tracklysms.com/api/v2'],
		[{ apiKey: key, baseUrl: BASE_URLS.api }, 'https://api.tracklysms.com/api/v2'],
		[custom('https://sms.example.com/api/v2/'), 'https://sms.example.com/api/v2'],
		[custom(' https://sms.example.com/api/v2// \n'), 'https://sms.example.com/api/v2'],
		[custom('https://sms.example.com'), 'https://sms.example.com'],
		[custom('http://127.0.0.1:4080/api/v2'), 'http://127.0.0.1:4080/api/v2'],
		[custom('http://localhost:4080/api/v2'), 'http://localhost:4080/api/v2'],
		[custom('http://[::1]:4080/api/v2'), 'http://[::1]:4080/api/v2'],
	])('%j leads to %s', (credential, baseUrl) => {
		expect(readConnection(credential)).toEqual({ apiKey: key, baseUrl });
	});

	it.each(['sandbox_0a0a', 'trk_123', `${key}0`, 'trk_test_0a-0a.0a~', 'SK/1+2=='])(
		'takes the key %s: newer ones may look different',
		(apiKey) => {
			const { apiKey: read } = readConnection({ apiKey, baseUrl: BASE_URLS.app });
			expect(read).toBe(apiKey);
		},
	);

	it.each([' ', '\n', '\u00a0', '\t '])(
		'takes a key without %j around it, which nobody sees in a masked field',
		(around) => {
			const { apiKey } = readConnection({
				apiKey: `${around}${key}${around}`,
				baseUrl: BASE_URLS.app,
			});
			expect(apiKey).toBe(key);
		},
	);

	it.each([
		[{ apiKey: '' }, 'missing_api_key', '"API Key" is empty'],
		[{ apiKey: ' \n' }, 'missing_api_key', '"API Key" is empty'],
		[{ apiKey: `${key} ${key}` }, 'malformed_api_key', 'a space or a line break'],
		[{ apiKey: `trk_\n${key}` }, 'malformed_api_key', 'a space or a line break'],
		[{ apiKey: `trk_\u00a0${key}` }, 'malformed_api_key', 'a space or a line break'],
		[{ apiKey: `${key}\u200b` }, 'malformed_api_key', 'a character that no API key has'],
		[{ apiKey: `${key}…` }, 'malformed_api_key', 'a character that no API key has'],
		[{ apiKey: `${key}\u0000` }, 'malformed_api_key', 'a character that no API key has'],
		[custom(''), 'invalid_base_url', '"Custom Base URL" is empty'],
		[custom('sms.example.com'), 'invalid_base_url', 'is not a URL'],
		[custom('http://sms.example.com/api/v2'), 'invalid_base_url', 'https://'],
		[custom('http://127.0.0.1.example.com/'), 'invalid_base_url', 'https://'],
		[custom('ftp://127.0.0.1/'), 'invalid_base_url', 'https://'],
		[custom('https://user@sms.example.com/'), 'invalid_base_url', 'plain URL'],
	])('refuses %j', (credential, code, wrong) => {
		const attempt = () => readConnection(credential);
		expect(attempt).toThrow(expect.objectContaining({ code }));
		expect(attempt).toThrow(wrong);
	});

	it.each<[string, object, string]>([
		['no key', {}, '"API Key" is empty'],
		['an empty key', { apiKey: '' }, '"API Key" is empty'],
		['a key that is no text', { apiKey: 42 }, '"API Key" is empty'],
		[
			'a key with a line break',
			{ apiKey: `trk_\n${key}` },
			'"API Key" contains a space or a line break',
		],
		['no address', { apiKey: key }, '"Base URL" is empty'],
		['an address that is not given', custom(undefined), '"Custom Base URL" is empty'],
		['an address of spaces', custom(' \n'), '"Custom Base URL" is empty'],
		['a name for an address', custom('sms.example.com'), '"Custom Base URL" is not a URL'],
		[
			'an address that others can read',
			custom('http://sms.example.com'),
			'"Custom Base URL" must begin with https:// to protect the API key',
		],
		...[
			'https://user@a.example',
			'https://:pw@a.example/api/v2',
			'https://a.example?x=1',
			'https://a.example/api/v2?',
			'https://a.example/api#x',
			'https://a.example/api/v2#',
		].map((address): [string, object, string] => [
			`more than an address: ${address}`,
			custom(address),
			'"Custom Base URL" must be a plain URL, without a user name, password, query or fragment',
		]),
	])('says what is wrong with %s', (_name, credential, message) => {
		expect(() => readConnection({ ...credential })).toThrow(expect.objectContaining({ message }));
	});

	it('never shows the key', () => {
		for (const apiKey of [`${key} 1`, `${key}\u200b`]) {
			expect(() => readConnection({ apiKey, baseUrl: BASE_URLS.app })).toThrow(
				expect.not.objectContaining({ message: expect.stringContaining('0a0a') }),
			);
		}
	});
});
