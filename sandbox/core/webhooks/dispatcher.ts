import type { Journal, WebhookAttempt } from '../journal/journal';
import type { Clock } from '../timing/clock';
import { DelayLine } from '../timing/delay-line';
import type { Endpoints, WebhookEndpoint } from './endpoints';
import type { WebhookForm } from './form';
import { Poster } from './post';
import type { WebhookTrouble } from './trouble';

const SHORTEST_RETRY_MS = 50; // ours: a scaled-down wait still lets a receiver restart
const CONCURRENT_POSTS = 10; // ours
const ANSWER_SECONDS = 15; // ours, where a vendor names none
const DISORDER_SECONDS = 2; // ours: by how much an event comes late that should not come in order
const SHORTEST_DISORDER_MS = 100;

interface Delivery {
	endpoint: WebhookEndpoint;
	event: string;
	body: Buffer;
	signature: string | null;
	headers: Readonly<Record<string, string>>;
	/** Given up at its first failure. */
	once: boolean;
	/** Tries so far. */
	tries: number;
}

/** What of an account posts have to do with. */
interface DispatcherParts {
	endpoints: Endpoints;
	journal: Journal;
	clock: Clock;
	form: WebhookForm;
	/** What is wrong with posts as of now. */
	trouble: () => WebhookTrouble;
}

/** Posts events to the endpoints that want them, and tries again as documented. */
export class Dispatcher {
	private readonly poster: Poster;
	private readonly retries: Array<DelayLine<Delivery>>;
	private readonly givenUpInARow = new Map<string, number>();
	private ready: Delivery[] = [];
	private head = 0;
	private posting = 0;
	private emitted = 0;
	private readonly late: DelayLine<Delivery>;
	private stopped = false;

	constructor(private readonly parts: DispatcherParts) {
		const line = (seconds: number, floorMs: number) =>
			new DelayLine<Delivery>(parts.clock.scaled(seconds, floorMs), (due) => {
				this.ready.push(...due);
				this.work();
			});
		this.retries = parts.form.retrySeconds.map((seconds) => line(seconds, SHORTEST_RETRY_MS));
		const { answerSeconds = ANSWER_SECONDS } = parts.form;
		this.poster = new Poster(CONCURRENT_POSTS, answerSeconds * 1_000);
		this.late = line(DISORDER_SECONDS, SHORTEST_DISORDER_MS);
	}

	/** Posts that are neither accepted nor given up. */
	get pending(): number {
		const waiting = this.retries.reduce((sum, line) => sum + line.size, this.late.size);
		return this.ready.length - this.head + this.posting + waiting;
	}

	/** Posts an event to all endpoints that want it, with headers besides the signature. */
	emit(event: string, payload: object, headers: Readonly<Record<string, string>> = {}): void {
		const wanting = this.parts.endpoints
			.list()
			.filter(({ status, events }) => status === 'active' && events.includes(event));
		if (wanting.length === 0) return;
		const { twice, disordered } = this.parts.trouble();
		const queue = disordered && this.emitted++ % 2 === 0 ? this.late : undefined;
		for (const endpoint of wanting) {
			for (let copy = twice ? 2 : 1; copy > 0; copy--) {
				const delivery = this.delivery(endpoint, event, payload, headers);
				if (queue === undefined) this.ready.push(delivery);
				else queue.put(delivery);
			}
		}
		this.work();
	}

	/** Posts an event to one endpoint, whichever events it wants, and never again. */
	postOnce(
		endpoint: WebhookEndpoint,
		event: string,
		payload: object,
		headers: Readonly<Record<string, string>> = {},
	): void {
		this.ready.push({ ...this.delivery(endpoint, event, payload, headers), once: true });
		this.work();
	}

	/**
	 * Posts once more what an attempt posted, byte for byte, and never again.
	 *
	 * @throws Error when its endpoint is gone
	 */
	repeat({ endpointId, event, body, signature, headers }: WebhookAttempt): void {
		const endpoint = this.parts.endpoints.get(endpointId);
		if (endpoint === undefined) throw new Error(`There is no webhook endpoint ${endpointId}`);
		const bytes = Buffer.from(body);
		this.ready.push({ endpoint, event, body: bytes, signature, headers, once: true, tries: 0 });
		this.work();
	}

	private delivery(
		endpoint: WebhookEndpoint,
		event: string,
		payload: object,
		headers: Readonly<Record<string, string>>,
	): Delivery {
		const trouble = this.parts.trouble();
		const signed = Buffer.from(JSON.stringify(payload));
		const body = trouble.rewritten ? Buffer.from(JSON.stringify(payload, null, 1)) : signed;
		const signature = this.signatureOf(signed, endpoint, trouble);
		return { endpoint, event, body, signature, headers, once: false, tries: 0 };
	}

	private signatureOf(
		body: Buffer,
		{ secret, signatureFormat }: WebhookEndpoint,
		{ signature }: WebhookTrouble,
	): string | null {
		if (!secret || signature === 'missing') return null;
		const used = signature === 'wrong' ? `not ${secret}` : secret;
		return this.parts.form.sign(body, used, signatureFormat);
	}

	stop(): void {
		this.stopped = true;
		this.ready = [];
		this.head = 0;
		for (const line of [...this.retries, this.late]) line.stop();
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
		const { endpoint, body, signature, headers } = delivery;
		const { clock, form, journal } = this.parts;
		this.posting += 1;
		delivery.tries += 1;
		const at = clock.stamp();
		const result = await this.poster.post(endpoint.url, body, {
			'Content-Type': 'application/json',
			...headers,
			...(signature !== null && { [form.signatureHeader]: signature }),
		});
		this.posting -= 1;
		if (this.stopped) return;
		const outcome = this.settle(delivery, result.status);
		journal.addWebhookAttempt({
			at,
			endpointId: endpoint.id,
			event: delivery.event,
			attempt: delivery.tries,
			...result,
			outcome,
			body: body.toString(),
			signature,
			headers,
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
		if (givenUp >= (this.parts.form.givenUpBeforePause ?? Infinity)) endpoint.status = 'paused';
		return 'given_up';
	}

	/** A paused or removed endpoint gets nothing any more. */
	private isWanted(endpoint: WebhookEndpoint): boolean {
		return endpoint.status === 'active' && this.parts.endpoints.get(endpoint.id) === endpoint;
	}
}
