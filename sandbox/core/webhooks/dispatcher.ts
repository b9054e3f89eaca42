import type { Journal } from '../journal/journal';
import type { Clock } from '../timing/clock';
import { DelayLine } from '../timing/delay-line';
import type { Endpoints, WebhookEndpoint } from './endpoints';
import type { WebhookForm } from './form';
import { Poster } from './post';

const SHORTEST_RETRY_MS = 50; // ours: a scaled-down wait still lets a receiver restart
const CONCURRENT_POSTS = 10; // ours

interface Delivery {
	endpoint: WebhookEndpoint;
	event: string;
	body: Buffer;
	signature: string | null;
	/** Given up at its first failure. */
	once: boolean;
	/** Tries so far. */
	tries: number;
}

/** Posts events to the endpoints that want them, and tries again as documented. */
export class Dispatcher {
	private readonly poster = new Poster(CONCURRENT_POSTS);
	private readonly retries: Array<DelayLine<Delivery>>;
	private readonly givenUpInARow = new Map<string, number>();
	private ready: Delivery[] = [];
	private head = 0;
	private posting = 0;
	private stopped = false;

	constructor(
		private readonly endpoints: Endpoints,
		private readonly journal: Journal,
		private readonly clock: Clock,
		private readonly form: WebhookForm,
	) {
		this.retries = form.retrySeconds.map(
			(seconds) =>
				new DelayLine<Delivery>(clock.scaled(seconds, SHORTEST_RETRY_MS), (due) => {
					this.ready.push(...due);
					this.work();
				}),
		);
	}

	/** Posts that are neither accepted nor given up. */
	get pending(): number {
		const waiting = this.retries.reduce((sum, line) => sum + line.size, 0);
		return this.ready.length - this.head + this.posting + waiting;
	}

	/** Posts an event to all endpoints that want it. */
	emit(event: string, payload: object): void {
		const wanting = this.endpoints
			.list()
			.filter(({ status, events }) => status === 'active' && events.includes(event));
		if (wanting.length === 0) return;
		for (const endpoint of wanting) this.enqueue(endpoint, event, payload, false);
		this.work();
	}

	/** Posts an event to one endpoint, whichever events it wants, and never again. */
	postOnce(endpoint: WebhookEndpoint, event: string, payload: object): void {
		this.enqueue(endpoint, event, payload, true);
		this.work();
	}

	private enqueue(endpoint: WebhookEndpoint, event: string, payload: object, once: boolean): void {
		const body = Buffer.from(JSON.stringify(payload));
		const { secret, signatureFormat } = endpoint;
		const signature = secret ? this.form.sign(body, secret, signatureFormat) : null;
		this.ready.push({ endpoint, event, body, signature, once, tries: 0 });
	}

	stop(): void {
		this.stopped = true;
		this.ready = [];
		this.head = 0;
		for (const line of this.retries) line.stop();
		this.poster.stop();
	}

	private work(): void {
		while (!this.stopped && this.posting < CONCURRENT_POSTS && this.head < this.ready.length) {
			const delivery = this.ready[this.head++];
			if (this.isWanted(delivery.endpoint)) void this.try(delivery);
		}
		if (this.head === this.ready.length) {
			this.ready = [];
			this.head = 0;
		}
	}

	private async try(delivery: Delivery): Promise<void> {
		const { endpoint, body, signature } = delivery;
		this.posting += 1;
		delivery.tries += 1;
		const at = this.clock.stamp();
		const result = await this.poster.post(endpoint.url, body, {
			'Content-Type': 'application/json',
			...(signature !== null && { [this.form.signatureHeader]: signature }),
		});
		this.posting -= 1;
		if (this.stopped) return;
		const outcome = this.settle(delivery, result.status);
		this.journal.addWebhookAttempt({
			at,
			endpointId: endpoint.id,
			event: delivery.event,
			attempt: delivery.tries,
			...result,
			outcome,
			body: body.toString(),
			signature,
		});
		this.work();
	}

	private settle(delivery: Delivery, status: number | null): 'accepted' | 'retry' | 'given_up' {
		const { endpoint, once, tries } = delivery;
		if (status !== null && status >= 200 && status < 300) {
			this.givenUpInARow.delete(endpoint.id);
			return 'accepted';
		}
		if (once) return 'given_up';
		if (tries <= this.retries.length && this.isWanted(endpoint)) {
			this.retries[tries - 1].put(delivery);
			return 'retry';
		}
		const givenUp = (this.givenUpInARow.get(endpoint.id) ?? 0) + 1;
		this.givenUpInARow.set(endpoint.id, givenUp);
		if (givenUp >= (this.form.givenUpBeforePause ?? Infinity)) endpoint.status = 'paused';
		return 'given_up';
	}

	/** A paused or removed endpoint gets nothing any more. */
	private isWanted(endpoint: WebhookEndpoint): boolean {
		return endpoint.status === 'active' && this.endpoints.get(endpoint.id) === endpoint;
	}
}
