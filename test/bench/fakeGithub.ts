import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';

/** As much of GitHub as n8n's GitHub Trigger needs to register itself. */
export interface FakeGithub {
	url: string;
	/** The secret of the last hook made. */
	readonly secret?: string;
	stop(): Promise<void>;
}

export async function startFakeGithub(): Promise<FakeGithub> {
	let secret: string | undefined;
	const server = createServer((request, response) => {
		void (async () => {
			if (request.method === 'POST') {
				const { config } = (await json(request)) as { config: { secret: string } };
				({ secret } = config);
			}
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify({ id: 1, active: true, events: ['push'] }));
		})();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		get secret() {
			return secret;
		},
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
