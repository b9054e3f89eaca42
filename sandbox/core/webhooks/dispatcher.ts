import type { Journal } from '../journal/journal';
import type { Clock } from '../timing/clock';
import { DelayLine } from '../timing/delay-line';
import type { Endpoints, WebhookEndpoint } from './endpoints';
import type { PingEvent, WebhookEvent } from '../../trackly/webhooks/events';
import { Poster } from './post';
import { SIGNATURE_HEADER, sign } from '../../trackly/webhooks/signature';

const RETRY_SECONDS = [60, 300, 900, 3_600, 7_200]; // contract: x-retry-schedule-seconds
const SHORTEST_RETRY_MS = 50; // ours: a scaled-down wait still lets a receiver restart
const CONCURRENT_POSTS = 10; // ours
const GIVEN_UP_BEFORE_PAUSE = 5; // NOTES, webhooks (ours)

interface Delivery {
	endpoint: WebhookEndpoint;
	event: (WebhookEvent | PingEvent)['event'];
	body: Buffer;
	signature: string | null;
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
	) {
		this.retries = RETRY_SECONDS.map(
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

	emit(event: WebhookEvent): void {
		const wanting = this.endpoints
			.list()
			.filter(({ status, events }) => status === 'active' && events.includes(event.event));
		if (wanting.length === 0) return;
		for (const endpoint of wanting) this.enqueue(endpoint, event);
		this.work();
	}

	/** Tries out a new endpoint, once (ours). */
	ping(endpoint: WebhookEndpoint): void {
		this.enqueue(endpoint, { event: 'ping', timestamp: this.clock.stamp() });
		this.work();
	}

	private enqueue(endpoint: WebhookEndpoint, event: WebhookEvent | PingEvent): void {
		const body = Buffer.from(JSON.stringify(event));
		const { secret, signatureFormat } = endpoint;
		const signature = secret ? sign(body, secret, signatureFormat) : null;
		this.ready.push({ endpoint, event: event.event, body, signature, tries: 0 });
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
			...(signature !== null && { [SIGNATURE_HEADER]: signature }),
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
		const { endpoint, event, tries } = delivery;
		if (status !== null && status >= 200 && status < 300) {
			this.givenUpInARow.delete(endpoint.id);
			return 'accepted';
		}
		if (event === 'ping') return 'given_up';
		if (tries <= RETRY_SECONDS.length && this.isWanted(endpoint)) {
			this.retries[tries - 1].put(delivery);
			return 'retry';
		}
		const givenUp = (this.givenUpInARow.get(endpoint.id) ?? 0) + 1;
		this.givenUpInARow.set(endpoint.id, givenUp);
		if (givenUp >= GIVEN_UP_BEFORE_PAUSE) endpoint.status = 'paused';
		return 'given_up';
	}

	/** A paused or removed endpoint gets nothing any more. */
	private isWanted(endpoint: WebhookEndpoint): boolean {
		return endpoint.status === 'active' && this.endpoints.get(endpoint.id) === endpoint;
	}
}
