import { z } from 'zod';

import { type Client, RequestError } from '../../../kernel';
import { endpoints } from '../api/endpoints';
import type { EventKind } from '../api/events';
import { unwrap } from '../api/unwrap';

const endpointSchema = z.object({
	id: z.union([z.string().min(1), z.number().transform(String)]),
	url: z.string(),
	events: z.array(z.string()).catch([]),
	status: z.string().catch('active'),
	secret: z.string().min(1).optional().catch(undefined),
});

/** A webhook endpoint as the account shows it. The secret comes only with its making. */
export type RemoteEndpoint = z.output<typeof endpointSchema>;

/** The webhook endpoints of an account. Every call throws `RequestError`. */
export interface WebhookApi {
	/** All endpoints, other people's too. */
	list(): Promise<RemoteEndpoint[]>;
	/** @returns it with the secret that Trackly signs with: the wanted one, or one of its own */
	create(wanted: {
		url: string;
		events: EventKind[];
		secret: string;
	}): Promise<RemoteEndpoint & { secret: string }>;
	/** Removes an endpoint; one that is gone already is fine. */
	remove(id: string): Promise<void>;
}

export function webhookApi(client: Client): WebhookApi {
	return {
		async list() {
			const { webhooks } = await client.send({ endpoint: endpoints.listWebhookEndpoints });
			if (!Array.isArray(webhooks)) throw unreadable();
			return webhooks.flatMap((row) => endpointSchema.safeParse(row).data ?? []);
		},
		async create(body) {
			const answer = await client.send({ endpoint: endpoints.createWebhookEndpoint, body });
			const { data } = endpointSchema.safeParse({ ...body, ...unwrap('webhook')(answer) });
			if (data === undefined) throw unreadable();
			return { ...data, secret: data.secret ?? body.secret };
		},
		async remove(id) {
			const request = { endpoint: endpoints.deleteWebhookEndpoint, pathParameters: { id } };
			await client.send(request).catch(unlessGone);
		},
	};
}

const ABSENT: ReadonlySet<number | undefined> = new Set([404, 405, 501]);

/** Whether the answer means that the account does not have this (provisional) part of the API. */
export function isAbsent(error: unknown): boolean {
	return error instanceof RequestError && ABSENT.has(error.status);
}

function unlessGone(error: unknown): void {
	if (!(error instanceof RequestError && error.status === 404)) throw error;
}

function unreadable(): RequestError {
	return new RequestError('Trackly took the request, but its answer could not be read', {
		kind: 'unknown',
		code: 'unreadable_response',
	});
}
