import { z } from 'zod';

import { type ApiRequest, type Client, type JsonObject, RequestError } from '../../../kernel';
import { endpoints } from '../api/endpoints';
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

/** The account can be reached with this key, but has no (provisional) API for webhooks. */
export class NoWebhookApi extends Error {}

/** The webhook endpoints of an account. Every call throws `RequestError`. */
export interface WebhookApi {
	/** All endpoints, other people's too. @throws NoWebhookApi */
	list(): Promise<RemoteEndpoint[]>;
	/**
	 * @returns it with the secret that Trackly signs with: the wanted one, or one that Trackly made
	 * @throws NoWebhookApi
	 */
	create(wanted: {
		url: string;
		events: string[];
		secret: string;
	}): Promise<RemoteEndpoint & { secret: string }>;
	/** Removes an endpoint; one that is gone already is fine. */
	remove(id: string): Promise<void>;
}

type Sender = Pick<Client, 'send'>;

export function webhookApi(client: Sender): WebhookApi {
	return {
		async list() {
			return await listed(client).catch((error: unknown) => unlessSign(client, error));
		},
		async create(body) {
			const response = await client
				.send({ endpoint: endpoints.createWebhookEndpoint, body })
				.catch(unlessNotOffered);
			const { data } = endpointSchema.safeParse({ ...body, ...unwrap('webhook')(response) });
			if (data === undefined) throw unreadable();
			return { ...data, secret: data.secret ?? body.secret };
		},
		async remove(id) {
			const request = { endpoint: endpoints.deleteWebhookEndpoint, pathParameters: { id } };
			await ask(client, request).catch(unlessGone);
		},
	};
}

async function listed(client: Sender): Promise<RemoteEndpoint[]> {
	const { webhooks } = await ask(client, { endpoint: endpoints.listWebhookEndpoints });
	if (!Array.isArray(webhooks)) throw unreadable();
	return webhooks.flatMap((row) => endpointSchema.safeParse(row).data ?? []);
}

/** Statuses of a server that knows no such path, method or right. */
const NOT_OFFERED: ReadonlySet<number | undefined> = new Set([404, 405, 410, 501]);
const NOT_KNOWN = new Set([...NOT_OFFERED, 400, 401, 403]);

/**
 * Whether a failed look at the endpoints may mean that the account has no such API: it is not known
 * there, or what came is not of the contract's shape (a page with 200, a redirect to one).
 */
function isSign(error: unknown): boolean {
	if (!(error instanceof RequestError)) return false;
	const { status = 0 } = error;
	return NOT_KNOWN.has(status) || (status >= 200 && status < 400);
}

/** @throws NoWebhookApi, or why nothing works with this key at this address */
async function unlessSign(client: Sender, error: unknown): Promise<never> {
	if (!isSign(error)) throw error;
	const { lists } = await ask(client, { endpoint: endpoints.listLists }).catch(unlessElsewhere);
	if (!Array.isArray(lists)) unlessElsewhere(unreadable());
	throw new NoWebhookApi();
}

/** A response that is a sign counts as it is; after a lost one the client asks again as usual. */
async function ask(client: Sender, request: ApiRequest): Promise<JsonObject> {
	const once = { ...request, endpoint: { ...request.endpoint, idempotent: false } };
	return await client.send(once).catch(async (error: unknown) => {
		const isLost = error instanceof RequestError && error.kind === 'unknown' && !isSign(error);
		if (!isLost) throw error;
		return await client.send(request);
	});
}

/** Where not even the lists are, there is no Trackly: the reason must not look like theirs. */
function unlessElsewhere(error: unknown): never {
	const isRefusal = error instanceof RequestError && [401, 403].includes(error.status ?? 0);
	throw isSign(error) && !isRefusal ? notThere(error as RequestError) : error;
}

function unlessNotOffered(error: unknown): never {
	throw error instanceof RequestError && NOT_OFFERED.has(error.status) ? new NoWebhookApi() : error;
}

function unlessGone(error: unknown): void {
	if (!(error instanceof RequestError && error.status === 404)) throw error;
}

function notThere({ message, status }: RequestError): RequestError {
	return new RequestError(`There is no Trackly API at the Base URL: ${message}`, {
		kind: 'refused',
		code: 'invalid_base_url',
		status,
	});
}

function unreadable(): RequestError {
	return new RequestError('Trackly accepted the request, but its response could not be read', {
		kind: 'unknown',
		code: 'unreadable_response',
		status: 200,
	});
}
