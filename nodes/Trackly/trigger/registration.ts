import type { IHookFunctions } from 'n8n-workflow';

import {
	activationError,
	checkFilters,
	isAutomatic,
	isRestart,
	log,
	ownMemoryOf,
	rememberReplaced,
} from '../../../kernel/trigger';
import { trackly } from '../profile';
import {
	butFor,
	createEndpoint,
	endpointsHere,
	forgetGone,
	isRemoved,
	reasonOf,
	rememberLeft,
	REMOVE_IT,
	removeAll,
	settleOnOne,
	tellWhatStays,
} from './endpointsHere';
import { eventsAskedFor, isAt, isOwn, type Place, placeOf } from './place';
import { tracklyTrigger } from './trigger';
import { NoWebhookApi, type RemoteEndpoint } from './webhookApi';

/**
 * Whether Trackly posts the picked events to this node already (n8n: `checkExists`).
 *
 * While n8n starts, nothing stops a workflow that was published before: neither a filter that
 * became unusable nor an account that cannot be asked. A stopped workflow would lose replies.
 *
 * @throws WorkflowActivationError, NodeApiError, NodeOperationError
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	return await explained(context, async () => {
		const memory = ownMemoryOf(context);
		await checkFilters(context, tracklyTrigger.filters, memory).catch((error: unknown) =>
			unlessRestart(context, error, 'ignores a filter that cannot be used'),
		);
		if (!isAutomatic(context)) return true;
		if (memory.registration === undefined && !memory.byHand) return false;
		try {
			return await isInPlace(await placeOf(context));
		} catch (error) {
			if (error instanceof NoWebhookApi && !isRestart(context)) return false;
			unlessRestart(context, error, 'could not look up its registration and keeps the current one');
			return true;
		}
	});
}

async function isInPlace(place: Place): Promise<boolean> {
	const { memory } = place;
	const here = await endpointsHere(place);
	if (isByHand(place, here)) return true;
	forgetGone(memory, here);
	const known = new Set(memory.leftovers?.map(({ id }) => id));
	const own = here.find((endpoint) => isAsWanted(place, endpoint));
	return own !== undefined && butFor(here, own.id).every(({ id }) => known.has(id));
}

/**
 * Registers the node in Trackly: the new endpoint first, then older ones at this address are
 * removed, so that no event is lost in between (n8n: `create`). Continues manually where the account
 * has no API for it.
 *
 * @throws WorkflowActivationError, NodeApiError, NodeOperationError
 */
export async function register(context: IHookFunctions): Promise<boolean> {
	return await explained(context, async () => {
		const place = await placeOf(context);
		await registerAnew(place).catch((error: unknown) => {
			if (!(error instanceof NoWebhookApi)) throw error;
			goOnManually(place);
		});
		return true;
	});
}

async function registerAnew(place: Place): Promise<void> {
	const { context, memory } = place;
	const here = await endpointsHere(place);
	if (isByHand(place, here)) {
		log(context, 'keeps the endpoint that was manually added in Trackly');
		return;
	}
	const own = here.find((endpoint) => isAsWanted(place, endpoint));
	if (own === undefined) await replaceAll(place, here);
	else rememberLeft(place, await removeAll(place, butFor(here, own.id)));
	delete memory.byHand;
}

async function replaceAll(place: Place, old: RemoteEndpoint[]): Promise<void> {
	const { api, memory, url, account } = place;
	const before = memory.registration;
	const made = await createEndpoint(place, old);
	const left = await removeAll(place, butFor(old, made.id));
	const ownLeft = left.find(({ id }) => isOwn(place, id));
	// The one before stays in use, if only the new one can go: else each event came twice.
	if (ownLeft !== undefined && (await isRemoved(api, made.id))) throw ownLeft.error;
	rememberLeft(place, left);
	if (before !== undefined) {
		const isStillUsed = ownLeft !== undefined || before.secret === made.secret;
		// One of another address is that of another n8n.
		if (!isStillUsed && isAt(url, before.url)) rememberReplaced(memory, before.secret);
		tellWhatStays(place, old);
	}
	const { id } = await settleOnOne(place, made, left);
	memory.registration = { id, secret: made.secret, url, account };
	memory.made = (memory.made ?? 0) + 1;
}

/**
 * Removes what the node has registered at this address (n8n: `delete`), also when its memory was
 * rolled back. It never throws: a stop must not fail.
 */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	const memory = ownMemoryOf(context);
	const before = memory.registration;
	const takesAll = isAutomatic(context) && !memory.byHand;
	if (before === undefined && !takesAll) return true;
	try {
		const place = await placeOf(context);
		const here = (await endpointsHere(place)).filter(({ id }) => takesAll || isOwn(place, id));
		const left = await removeAll(place, here);
		rememberLeft(place, left);
		if (left.some(({ id }) => id === before?.id)) return false;
		if (before !== undefined && isAt(place.url, before.url)) {
			rememberReplaced(memory, before.secret);
		}
		tellWhatStays(place, here);
		delete memory.registration;
		return left.length === 0;
	} catch (error) {
		// Nothing is known to be there.
		if (before === undefined) return true;
		log(
			context,
			`could not remove its endpoint ${before.id} from Trackly: ${reasonOf(error)}. ${REMOVE_IT}`,
		);
		return false;
	}
}

/** Whether somebody added the endpoint while the account had no API for it: it is not ours. */
function isByHand({ memory }: Place, here: RemoteEndpoint[]): boolean {
	return memory.byHand === true && butFor(here, memory.registration?.id).length > 0;
}

function isAsWanted(place: Place, endpoint: RemoteEndpoint): boolean {
	const { context, memory, url } = place;
	return (
		isOwn(place, endpoint.id) &&
		isAt(url, memory.registration?.url ?? '') &&
		endpoint.status !== 'paused' &&
		[...endpoint.events].sort().join() === eventsAskedFor(context).sort().join()
	);
}

/** Continues without the API: the user adds the endpoint, and the credential has its secret. */
function goOnManually({ context, memory, url }: Place): void {
	const { endpointsAt, secret } = tracklyTrigger;
	memory.byHand = true;
	log(
		context,
		`could not register automatically, because this Trackly account has no API for webhooks. Add this URL in ${endpointsAt}: ${url} Then paste the signing secret of that endpoint into "${secret.fieldLabel}" of the ${secret.credentialLabel} credential`,
	);
}

function unlessRestart(context: IHookFunctions, error: unknown, text: string): void {
	if (!isRestart(context)) throw error;
	log(context, `${text}: ${reasonOf(error)}`);
}

const ADDRESS_ADVICE =
	'Trackly posts only to public https URLs. Set the public URL of this n8n in N8N_WEBHOOK_URL (WEBHOOK_URL in older versions), then publish the workflow again.';

/** What `work` returns, or Trackly's reason why the workflow cannot be published. */
async function explained<Result>(
	context: IHookFunctions,
	work: () => Promise<Result>,
): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		throw activationError(context, error, {
			...trackly,
			adviceFor: (code) => (code === 'invalid_url' ? ADDRESS_ADVICE : trackly.adviceFor(code)),
		});
	}
}
