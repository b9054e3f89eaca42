import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server whose files an import can fetch, as those of a bucket. */
export class SourceFiles {
	/** Requests by path. */
	readonly fetched: string[] = [];
	private readonly files = new Map<string, { body: string; status: number }>();
	private readonly server = http.createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '', 'http://127.0.0.1');
		this.fetched.push(pathname);
		const { body, status } = this.files.get(pathname) ?? { body: '', status: 404 };
		const respond = () => response.writeHead(status).end(body);
		if (this.held === undefined) respond();
		else void this.held.then(respond);
	});
	private held: Promise<void> | undefined;

	async start(): Promise<this> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		return this;
	}

	/** Serves a file and returns its URL. */
	put(name: string, body: string, status = 200): string {
		this.files.set(`/${name}`, { body, status });
		const { port } = this.server.address() as AddressInfo;
		return `http://127.0.0.1:${port}/${name}`;
	}

	/** Serves nothing for the time being. @returns what lets everybody have what they asked for */
	hold(): () => void {
		let release = () => {};
		this.held = new Promise((resolve) => (release = resolve));
		return () => {
			this.held = undefined;
			release();
		};
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}
