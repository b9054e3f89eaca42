import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { shown, useNoJitter } from '../kit/operation';
import { credentialAt } from '../kit/anyAccount';
import { sendOf } from './trackly';

useNoJitter();

/** A proxy that is asked for a way to a host (CONNECT), and refuses as told. */
describe('a proxy (HTTPS_PROXY) that refuses the way to Trackly', () => {
	let proxy: Server;
	let asked: string[];
	let refusal: string;
	const before = process.env.HTTPS_PROXY;

	beforeAll(async () => {
		proxy = createServer();
		proxy.on('connect', ({ url }, socket) => {
			asked.push(String(url));
			socket.end(refusal);
		});
		await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
		process.env.HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
	});
	beforeEach(() => {
		asked = [];
	});
	afterAll(async () => {
		if (before === undefined) delete process.env.HTTPS_PROXY;
		else process.env.HTTPS_PROXY = before;
		await new Promise((resolve) => proxy.close(resolve));
	});

	it.each([
		[403, 'Forbidden', '<html><body>Forbidden</body></html>'],
		[502, 'Bad Gateway', '<html><body>Bad Gateway</body></html>'],
	])('with %d %s is not told as the word of Trackly', async (status, reason, body) => {
		refusal = [
			`HTTP/1.1 ${status} ${reason}`,
			'Content-Type: text/html',
			`Content-Length: ${body.length}`,
			'Connection: close',
			'',
			body,
		].join('\r\n');
		const send = sendOf({
			credential: () => ({
				...credentialAt(''),
				customBaseUrl: 'https://trackly.example/api/v2',
			}),
		});
		const { error } = await send([{ to: '+12025550117', body: 'Hi' }]);
		expect(asked[0]).toBe('trackly.example:443');
		expect(shown(error)).toContain(
			`A web server or proxy responded with HTTP status ${status} (proxy_response)`,
		);
		expect(shown(error)).not.toMatch(/suspended|restricted|Trackly responded/);
	});
});
