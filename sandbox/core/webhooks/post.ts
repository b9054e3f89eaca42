import http from 'node:http';
import https from 'node:https';

/** Result of one post: a status, or the reason why there is none. */
export interface PostResult {
	status: number | null;
	error?: string;
}

/** Posts bodies over a bounded number of connections that are kept open. */
export class Poster {
	private readonly plain: http.Agent;
	private readonly secure: https.Agent;

	/** Waits `timeoutMs` for a response. */
	constructor(
		connections: number,
		private readonly timeoutMs: number,
	) {
		this.plain = new http.Agent({ keepAlive: true, maxTotalSockets: connections });
		this.secure = new https.Agent({ keepAlive: true, maxTotalSockets: connections });
	}

	/** Never rejects; redirects are not followed. */
	async post(url: string, body: Buffer, headers: Record<string, string>): Promise<PostResult> {
		return await new Promise((resolve) => {
			const isSecure = url.startsWith('https:');
			const request = (isSecure ? https : http).request(
				url,
				{
					method: 'POST',
					agent: isSecure ? this.secure : this.plain,
					headers: { ...headers, 'Content-Length': body.length },
					timeout: this.timeoutMs,
				},
				(response) => {
					response.resume();
					response.on('end', () => resolve({ status: response.statusCode ?? null }));
					response.on('error', (error) => resolve({ status: null, error: error.message }));
				},
			);
			request.on('timeout', () => request.destroy(new Error('timeout')));
			request.on('error', (error) => resolve({ status: null, error: error.message }));
			request.end(body);
		});
	}

	/** Cuts all connections. */
	stop(): void {
		this.plain.destroy();
		this.secure.destroy();
	}
}
