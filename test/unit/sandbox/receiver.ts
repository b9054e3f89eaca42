import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
	raw: Buffer;
	signature: string | undefined;
	event: Record<string, unknown>;
}

/** An endpoint that takes webhooks and keeps what it got. */
export class Receiver {
	readonly received: Received[] = [];
	/** Posts at one time, at most. */
	busiest = 0;
	/** What to answer. */
	status = 200;
	private open = 0;
	private readonly server = http.createServer((request, response) => {
		this.open += 1;
		this.busiest = Math.max(this.busiest, this.open);
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const raw = Buffer.concat(chunks);
			const signature = request.headers['x-trackly-signature'] as string | undefined;
			this.received.push({ raw, signature, event: JSON.parse(raw.toString()) });
			setImmediate(() => {
				this.open -= 1;
				response.writeHead(this.status).end();
			});
		});
	});

	/** Listens on a free port, or on the one given. */
	async start(port = 0): Promise<this> {
		await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
		return this;
	}

	get port(): number {
		return (this.server.address() as AddressInfo).port;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}/hook`;
	}

	of(event: string): Received[] {
		return this.received.filter((each) => each.event.event === event);
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}
