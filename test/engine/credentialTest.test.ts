import { TracklyApi } from '../../credentials/TracklyApi.credentials';
import { useAccount } from '../kit/account';
import { testCredential } from '../kit/credentialTest';
import { startServer, type TestServer } from '../kit/server';
import { credentialAt } from '../kit/anyAccount';

const account = useAccount();

const test = async (data: Record<string, string>) => await testCredential(new TracklyApi(), data);

describe("the credential's own test", () => {
	let other: TestServer;
	beforeEach(async () => {
		other = await startServer((_, response) => response.end('{"lists":[]}'));
	});
	afterEach(() => other.stop());

	const spaced = (change: (address: string) => string) =>
		account.credential({ customBaseUrl: change(account.sandbox().apiUrl) });

	it.each<[string, (address: string) => string]>([
		['as it is', (address) => address],
		['with a slash at its end', (address) => `${address}/`],
		['between spaces', (address) => ` ${address} `],
		['with a line break at its end', (address) => `${address}\n`],
	])('is passed by a key that Trackly knows, the base URL %s', async (_, change) => {
		expect(await test(spaced(change))).toEqual({
			status: 'OK',
			message: 'Connection successful!',
		});
	});

	it.each<[string, (address: string) => string]>([
		['a query', (address) => `${address}?`],
		['a fragment', (address) => `${address}#`],
		['a password', (address) => address.replace('//', '//:pw@')],
	])('is not passed by a base URL with %s', async (_, change) => {
		const { message } = await test(spaced(change));
		expect(message).toContain('"Custom Base URL" must be a plain URL');
		expect(account.sandbox().journal().requests()).toEqual([]);
	});

	const KEYS = { 'a documented key': `trk_${'b'.repeat(32)}`, 'another key': 'sandbox_restricted' };
	it.each(Object.entries(KEYS))('says of %s that Trackly refuses it', async (_, apiKey) => {
		const { message } = await test(account.credential({ apiKey }));
		expect(message).toContain('Trackly does not accept this API key');
		expect(message).toContain('Trackly shows a key only once');
		expect(message).not.toContain(apiKey);
	});

	it.each([
		['404', 404, '{"error":"No"}'],
		['a web page with 404', 404, '<html>No</html>'],
		['a web page with 200', 200, '<!doctype html><html>Log in</html>'],
		['403', 403, '{"error":"No"}'],
		['502 of a proxy', 502, '<html>Bad Gateway</html>'],
	])('names both hosts for %s', async (_, status, body) => {
		const server = await startServer((_request, response) => {
			const type = body.startsWith('{') ? 'application/json' : 'text/html';
			response.writeHead(status, { 'Content-Type': type }).end(body);
		});
		const verdict = await test(credentialAt(server.url));
		await server.stop();
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toContain('app.tracklysms.com or api.tracklysms.com');
	});

	it.each([301, 302, 303, 307, 308])('does not follow a redirect (%d)', async (status) => {
		const redirecting = await startServer((request, response) => {
			response.writeHead(status, { Location: `${other.url}${request.url}` }).end();
		});
		const verdict = await test(credentialAt(redirecting.url));
		await redirecting.stop();
		expect(redirecting.received.map((headers) => headers['x-api-key'])).toEqual([
			credentialAt('').apiKey,
		]);
		expect(other.received).toEqual([]);
		expect(verdict).toEqual({ status: 'Error', message: expect.stringContaining('redirect') });
	});
});
