import { createHmac } from 'node:crypto';
import type { IHookFunctions } from 'n8n-workflow';

import { createClient, InputError } from '../../../kernel';
import { fingerprint, type Memory, OTHER_EVENTS, ownMemoryOf } from '../../../kernel/trigger';
import { readConnection } from '../api/connection';
import { trackly } from '../profile';
import { webhookApi, type WebhookApi } from './webhookApi';

/** Where the node is to be registered: this address, in this account. */
export interface Place {
	context: IHookFunctions;
	memory: Memory;
	url: string;
	/** Fingerprint of the account, by the key that opens it. */
	account: string;
	/**
	 * A secret for the next endpoint: one that only the holder of the key can work out, another one
	 * for each endpoint. Two processes of n8n that register at the same moment work out the same, so
	 * that either endpoint of theirs may stay.
	 */
	nextSecret: string;
	api: WebhookApi;
}

/** @throws InputError for a credential that cannot be used */
export async function placeOf(context: IHookFunctions): Promise<Place> {
	const credential = await context.getCredentials(trackly.credentialType);
	const { apiKey, baseUrl } = readConnection(credential);
	const memory = ownMemoryOf(context);
	const url = context.getNodeWebhookUrl('default') ?? '';
	const distinct = JSON.stringify(['webhook secret', url, memory.made ?? 0]);
	return {
		context,
		memory,
		url,
		account: fingerprint(baseUrl, apiKey),
		nextSecret: createHmac('sha256', apiKey).update(distinct).digest('hex'),
		api: webhookApi(await createClient(context, trackly)),
	};
}

/** Whether the node made the endpoint of this id in this account: others have the same ids. */
export function isOwn({ memory: { registration }, account }: Place, id: string): boolean {
	return registration?.id === id && registration.account === account;
}

/** Whether two addresses are the same, however they are spelled. */
export function isAt(one: string, other: string): boolean {
	const normal = (url: string) => (URL.canParse(url) ? new URL(url).href : url);
	return normal(one) === normal(other);
}

/**
 * The events to register: Trackly documents no names for other ones.
 *
 * @throws InputError when there are only other ones
 */
export function eventsAskedFor(context: IHookFunctions): string[] {
	const picked = context.getNodeParameter('events', []) as string[];
	const known = picked.filter((event) => event !== OTHER_EVENTS);
	if (known.length > 0 || picked.length === 0) return known;
	throw new InputError(
		'Events',
		'other_events_only',
		'contains only Other Events, which cannot be registered automatically',
	);
}
