import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that came to the website's other host, as one does that follows a redirect. */
export interface Visit {
	method: string;
	path: string;
	/** Whether it brought an API key along. */
	withKey: boolean;
}

/** The website that shares the API's host, on a port of its own: where redirects lead. */
export class Website {
	private visits: Visit[] = [];

	private constructor(private readonly server: http.Server) {
		server.on('request', ({ method = '', url = '', headers }, response) => {
			const withKey = headers['x-api-key'] !== undefined || headers.authorization !== undefined;
			this.visits.push({ method, path: url, withKey });
			response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
			response.end(page('Welcome'));
		});
	}

	/** Listens on a free port of this machine. */
	static async open(): Promise<Website> {
		const server = http.createServer();
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(0, '127.0.0.1', resolve);
		});
		return new Website(server);
	}

	/** Where a path leads in English. */
	addressOf(path: string): string {
		const { port } = this.server.address() as AddressInfo;
		return `http://127.0.0.1:${port}/en${path}`;
	}

	/** All visits since the start or the last reset. */
	seen(): Visit[] {
		return [...this.visits];
	}

	forget(): void {
		this.visits = [];
	}

	async close(): Promise<void> {
		const closed = new Promise((resolve) => this.server.close(resolve));
		this.server.closeAllConnections();
		await closed;
	}
}

/** A page as the website has them. */
export function page(title: string): string {
	return `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1><p>Bulk SMS.</p></html>`;
}
