import { randomBytes } from 'node:crypto';
import type { IHookFunctions } from 'n8n-workflow';

import {
	createClient,
	failure,
	type Memory,
	memoryOf,
	ownerOf,
	RequestError,
	toNodeError,
} from '../../../kernel';
import { trackly } from '../profile';
import type { EventKind } from '../api/events';
import { tracklyClient } from '../client';
import { readFilters } from './filters';
import { isAbsent, webhookApi, type RemoteEndpoint, type WebhookApi } from './webhookApi';

const SECRET_BYTES = 32;

/** Everything a step of the registration needs to know. */
interface Place {
	context: IHookFunctions;
	memory: Memory;
	owner: string;
	url: string;
	events: EventKind[];
	api(): Promise<WebhookApi>;
}

/**
 * Whether Trackly posts the picked events to this node already (n8n: `checkExists`).
 *
 * While n8n starts, an account that cannot be asked stops no workflow: what was registered before
 * goes on working, whereas a stopped workflow would lose replies.
 *
 * @throws NodeApiError, NodeOperationError
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	return await explained(context, async () => {
		readFilters(context);
		if (!isAutomatic(context)) return true;
		const place = placeOf(context);
		const { memory } = place;
		if (memory.registration === undefined && !memory.byHand) return false;
		return await isInPlace(place).catch((error: unknown) => unsure(place, error));
	});
}

async function isInPlace(place: Place): Promise<boolean> {
	const api = await place.api();
	const [own, ...strays] = (await api.list()).filter((endpoint) => isOurs(place, endpoint));
	return own !== undefined && strays.length === 0 && isAsWanted(place, own);
}

/** What it means that the account could not say whether the node is registered. */
function unsure({ context, memory }: Place, error: unknown): boolean {
	// Registering finds out that the API is not there (any more).
	if (isAbsent(error)) return false;
	if (!['init', 'leadershipChange'].includes(context.getActivationMode())) throw error;
	const kept = memory.registration === undefined ? 'its set-up by hand' : 'the one it has';
	warn(context, `could not look up its registration in Trackly and keeps ${kept}`, error);
	return true;
}

/**
 * Registers the node in Trackly: the new endpoint first, then all older ones of this node are
 * removed, so that no event falls between them (n8n: `create`).
 *
 * @throws NodeApiError, NodeOperationError
 */
export async function register(context: IHookFunctions): Promise<boolean> {
	return await explained(context, async () => {
		const place = placeOf(context);
		await registerAnew(place).catch((error: unknown) => byHandIfAbsent(place, error));
		return true;
	});
}

async function registerAnew(place: Place): Promise<void> {
	const { memory, owner } = place;
	const api = await place.api();
	const old = (await api.list()).filter((endpoint) => isOurs(place, endpoint));
	const made = await createEndpoint(place, api, old);
	await removeOld(api, old, made);
	if (memory.registration !== undefined) memory.previousSecret = memory.registration.secret;
	memory.registration = { owner, id: made.id, secret: made.secret };
	delete memory.byHand;
}

/** Removes what the node has registered (n8n: `delete`). It never throws: a stop must not fail. */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	const memory = memoryOf(context);
	const { registration } = memory;
	delete memory.byHand;
	if (registration === undefined) return true;
	if (registration.owner === ownerOf(context)) {
		try {
			const client = await createClient(context, tracklyClient);
			await webhookApi(client).remove(registration.id);
		} catch (error) {
			warn(context, `could not remove its endpoint ${registration.id} from Trackly`, error);
			return false;
		}
		memory.previousSecret = registration.secret;
	}
	delete memory.registration;
	return true;
}

function isAutomatic(context: IHookFunctions): boolean {
	return context.getNodeParameter('registration', 'byHand') === 'automatic';
}

function placeOf(context: IHookFunctions): Place {
	return {
		context,
		memory: memoryOf(context),
		owner: ownerOf(context),
		url: context.getNodeWebhookUrl('default') ?? '',
		events: context.getNodeParameter('events', []) as EventKind[],
		api: async () => webhookApi(await createClient(context, tracklyClient)),
	};
}

/** Endpoints with the address of this node, and the one it made, whose address may have changed. */
function isOurs({ memory, owner, url }: Place, endpoint: RemoteEndpoint): boolean {
	const { registration } = memory;
	const isMine = registration?.owner === owner && registration.id === endpoint.id;
	return isMine || sameAddress(endpoint.url, url);
}

function isAsWanted({ memory, owner, url, events }: Place, endpoint: RemoteEndpoint): boolean {
	const { registration } = memory;
	return (
		registration?.owner === owner &&
		registration.id === endpoint.id &&
		sameAddress(endpoint.url, url) &&
		endpoint.status !== 'paused' &&
		[...endpoint.events].sort().join() === [...events].sort().join()
	);
}

function sameAddress(one: string, other: string): boolean {
	const normal = (url: string) => (URL.canParse(url) ? new URL(url).href : url);
	return normal(one) === normal(other);
}

/**
 * Makes the endpoint. Where the answer is lost, one may be there that nobody knows the secret of:
 * it is removed again.
 */
async function createEndpoint(place: Place, api: WebhookApi, old: RemoteEndpoint[]) {
	const { url, events } = place;
	const secret = randomBytes(SECRET_BYTES).toString('hex');
	return await api.create({ url, events, secret }).catch(async (error: unknown) => {
		if (error instanceof RequestError && error.kind === 'unknown' && !isAbsent(error)) {
			await removeUnknown(place, api, old);
		}
		throw error;
	});
}

async function removeUnknown(place: Place, api: WebhookApi, old: RemoteEndpoint[]): Promise<void> {
	const known = new Set(old.map(({ id }) => id));
	try {
		const remote = await api.list();
		const unknown = remote.filter(({ id, url }) => sameAddress(url, place.url) && !known.has(id));
		for (const { id } of unknown) await api.remove(id);
	} catch (error) {
		// The next registration looks for it again.
		warn(place.context, 'could not look for an endpoint that it may have made', error);
	}
}

/** Removes the older endpoints; if that fails the new one goes, or each event would come twice. */
async function removeOld(
	api: WebhookApi,
	old: RemoteEndpoint[],
	made: RemoteEndpoint,
): Promise<void> {
	const removing = async () => {
		for (const { id } of old) if (id !== made.id) await api.remove(id);
	};
	await removing().catch(async (error: unknown) => {
		await api.remove(made.id).catch(() => undefined);
		throw error;
	});
}

/** Goes on without the API: the user sets the endpoint up, and the credential has its secret. */
function byHandIfAbsent({ context, memory, url }: Place, error: unknown): void {
	if (!isAbsent(error)) throw error;
	memory.byHand = true;
	warn(
		context,
		`cannot register by itself: this Trackly account has no API for webhooks. Add this URL in Trackly under Settings > Webhooks: ${url} Then paste the signing secret of that endpoint into "Webhook Signing Secret" of the Trackly API credential`,
	);
}

function warn(context: IHookFunctions, text: string, error?: unknown): void {
	const reason = error instanceof Error ? `: ${error.message}` : '';
	context.logger.warn(`Trackly Trigger "${context.getNode().name}" ${text}${reason}`, {
		workflowId: context.getWorkflow().id,
	});
}

const ADDRESS_ADVICE =
	'Trackly posts to public https addresses only. Give n8n one that can be reached from outside (WEBHOOK_URL), then publish the workflow again';

/** What `work` gives, or Trackly's reason why the workflow cannot be activated. */
async function explained<Result>(
	context: IHookFunctions,
	work: () => Promise<Result>,
): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		const found = failure(error);
		const { code, message } = found;
		// n8n shows the message of an activation that failed, and not always its description.
		const told =
			code === 'invalid_url' ? { ...found, message: `${message}. ${ADDRESS_ADVICE}` } : found;
		throw toNodeError(context.getNode(), told, trackly);
	}
}
