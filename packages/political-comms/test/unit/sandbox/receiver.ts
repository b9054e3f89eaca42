import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
	raw: Buffer;
	headers: http.IncomingHttpHeaders;
	event: Record<string, unknown>;
}

/** An endpoint that takes webhooks and keeps what it got. */
export class Receiver {
	readonly received: Received[] = [];
	/** What to answer to the posts to come, one after the other; then 200. */
	readonly statuses: number[] = [];
	private readonly server = http.createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const raw = Buffer.concat(chunks);
			const event = JSON.parse(raw.toString()) as Received['event'];
			this.received.push({ raw, headers: request.headers, event });
			response.writeHead(this.statuses.shift() ?? 200).end();
		});
	});

	async start(): Promise<this> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		return this;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
	}

	/** Types of the events, in the order in which they came. */
	types(): unknown[] {
		return this.received.map(({ headers }) => headers['x-event-type']);
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}
