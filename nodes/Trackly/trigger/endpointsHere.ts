import { redact, RequestError, toError } from '../../../kernel';
import { log, type Memory, rememberReplaced } from '../../../kernel/trigger';
import { trackly } from '../profile';
import { eventsAskedFor, isAt, isOwn, type Place } from './place';
import { tracklyTrigger } from './trigger';
import { NoWebhookApi, type RemoteEndpoint } from './webhookApi';

export const REMOVE_IT = `Remove it in ${tracklyTrigger.endpointsAt}`;

/** The account's endpoints that post to this node. Others are never touched. */
export async function endpointsHere({ api, url }: Place): Promise<RemoteEndpoint[]> {
	return (await api.list()).filter((endpoint) => isAt(url, endpoint.url));
}

/** All of them, except the one of this id. */
export function butFor(all: RemoteEndpoint[], own: string | undefined): RemoteEndpoint[] {
	return all.filter(({ id }) => id !== own);
}

/**
 * Makes the endpoint. Where the response is lost, one may be there that nobody knows the secret of:
 * it is removed again.
 */
export async function createEndpoint(place: Place, here: RemoteEndpoint[]) {
	const { api, context, url, nextSecret: secret } = place;
	return await api
		.create({ url, events: eventsAskedFor(context), secret })
		.catch(async (error: unknown) => {
			if (error instanceof RequestError && error.kind === 'unknown') {
				await removeUnknown(place, here);
			}
			throw error;
		});
}

/** Looks at the account after a registration: more would only be needed by more than two processes. */
const MAX_LOOKS = 5;

/**
 * Leaves one endpoint at this address, also where another process of n8n registers at the same
 * moment: both keep the same one, and know its secret.
 *
 * @param made by this process
 * @param left what posts here and could not be removed
 * @returns the one that stays
 */
export async function settleOnOne(
	place: Place,
	made: RemoteEndpoint & { secret: string },
	left: Left[],
): Promise<RemoteEndpoint> {
	// Where Trackly chose a secret, only the process that it told knows it.
	if (made.secret !== place.nextSecret) return made;
	let kept: RemoteEndpoint = made;
	try {
		for (let look = 0; look < MAX_LOOKS; look++) {
			const here = (await endpointsHere(place)).filter(
				({ id }) => !left.some((each) => each.id === id),
			);
			const [first, ...others] = here.sort((one, other) => (one.id < other.id ? -1 : 1));
			if (others.length === 0 && first !== undefined) return first;
			kept = first ?? (await createEndpoint(place, here));
			await removeAll(place, others);
		}
	} catch (error) {
		log(place.context, `could not check its registration: ${reasonOf(error)}`);
	}
	return kept;
}

async function removeUnknown(place: Place, known: RemoteEndpoint[]): Promise<void> {
	try {
		const ids = new Set(known.map(({ id }) => id));
		for (const { id } of await endpointsHere(place)) if (!ids.has(id)) await place.api.remove(id);
	} catch (error) {
		// The next registration looks for it again.
		log(place.context, `could not look for an endpoint it may have created: ${reasonOf(error)}`);
	}
}

/** An endpoint that could not be removed, and why. */
export interface Left {
	id: string;
	error: unknown;
}

/** Removes what can be removed. */
export async function removeAll({ api }: Place, endpoints: RemoteEndpoint[]): Promise<Left[]> {
	const left: Left[] = [];
	for (const { id } of endpoints) {
		await api.remove(id).catch((error: unknown) => left.push({ id, error }));
	}
	return left;
}

/** Whether it could be removed. */
export async function isRemoved(api: Place['api'], id: string): Promise<boolean> {
	return await api.remove(id).then(
		() => true,
		() => false,
	);
}

/**
 * Remembers what could not be removed and still posts here: its secret counts as long as it is
 * there, and the log says which one is to go.
 */
export function rememberLeft(place: Place, left: Left[]): void {
	const { context, memory } = place;
	const { registration, leftovers = [] } = memory;
	const secretOf = (id: string) =>
		isOwn(place, id) ? registration?.secret : leftovers.find((each) => each.id === id)?.secret;
	for (const { id, error } of left) {
		log(
			context,
			`could not remove the endpoint ${id}, which also posts to this URL: ${reasonOf(error)}. ${REMOVE_IT}`,
		);
	}
	const remembered = left.map(({ id }) => {
		const secret = secretOf(id);
		return secret === undefined ? { id } : { id, secret };
	});
	forgetGone(memory, left);
	if (remembered.length > 0) memory.leftovers = remembered;
}

/** Forgets leftovers that are gone by now. What they sent may still be repeated for a while. */
export function forgetGone(memory: Memory, there: ReadonlyArray<{ id: string }>): void {
	const ids = new Set(there.map(({ id }) => id));
	const { leftovers = [] } = memory;
	for (const { id, secret } of leftovers) {
		if (!ids.has(id) && secret !== undefined) rememberReplaced(memory, secret);
	}
	const still = leftovers.filter(({ id }) => ids.has(id));
	if (still.length > 0) memory.leftovers = still;
	else delete memory.leftovers;
}

/**
 * Says what stays of an earlier registration. An endpoint that is not at this address in this
 * account is not touched, but not kept quiet about either.
 */
export function tellWhatStays(
	{ context, memory: { registration }, url, account }: Place,
	here: RemoteEndpoint[],
): void {
	if (registration === undefined || here.some(({ id }) => id === registration.id)) return;
	const endpoint = `did not remove its endpoint ${registration.id} (${registration.url})`;
	if (registration.account !== account) {
		log(
			context,
			`${endpoint} in the account of the previous API key. If that is another account, remove the endpoint there under Settings > Webhooks`,
		);
	} else if (!isAt(url, registration.url)) {
		log(context, `${endpoint}, because another n8n may use it. Otherwise: ${REMOVE_IT}`);
	}
}

/** Why something failed, in words for the log. */
export function reasonOf(error: unknown): string {
	return error instanceof NoWebhookApi
		? 'this Trackly account has no API for webhooks'
		: redact(toError(error).message, trackly.secrets);
}
