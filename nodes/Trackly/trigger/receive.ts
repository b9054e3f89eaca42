import type { IDataObject } from 'n8n-workflow';

import { eventKind, isPing, SIGNATURE_HEADER } from '../api/events';
import { checkSignature, readBody } from '../../../kernel';
import { readEvent, simplified, unchanged } from './events';
import { passes, type EventFilters } from './filters';
import type { SigningSecrets } from './secrets';

/** A webhook request, as far as it matters here. Header names are in lower case. */
export interface WebhookRequest {
	rawBody: Buffer;
	headers: Record<string, string | string[] | undefined>;
}

/** What the user chose in the node and its credential. */
export interface ReceiveSettings {
	events: readonly string[];
	filters: EventFilters;
	simplify: boolean;
	allowUnsigned: boolean;
	secrets: SigningSecrets;
}

export type Verdict =
	/** Not from Trackly, or not an event. `error` is for the sender, `advice` for the user's log. */
	| { kind: 'refuse'; status: 400 | 401; error: string; advice: string }
	/** From Trackly, but nothing that this workflow waits for. */
	| { kind: 'ignore' }
	| { kind: 'start'; items: IDataObject[] };

/**
 * Decides what a webhook request leads to (contract: receiveDeliveryEvent, receiveReplyEvent,
 * receiveUnsubscribeEvent, receiveOtherEvent). Nothing in the body counts before its signature.
 */
export function receive(request: WebhookRequest, settings: ReceiveSettings): Verdict {
	const { rawBody, headers } = request;
	const { secrets } = settings;
	const check = checkSignature(rawBody, headers[SIGNATURE_HEADER], secrets.values);
	const verified = check === 'valid';
	// Without a secret a signature cannot be checked: such a request counts as unsigned.
	const unsigned = check === 'missing' || secrets.values.length === 0;
	const contentType = [headers['content-type']].flat()[0];
	if (!verified && !(unsigned && settings.allowUnsigned)) {
		// Trackly may ping while the endpoint is being made, when its secret is known nowhere yet.
		if (holdsOnlyPing(rawBody, contentType)) return { kind: 'ignore' };
		if (secrets.values.length === 0) return refuseForLackOfSecret(secrets);
		return unsigned ? refuseUnsigned() : refuseForged(secrets);
	}

	const body = readBody(rawBody, contentType);
	if ('problem' in body) {
		return { kind: 'refuse', status: 400, error: body.problem, advice: body.problem };
	}

	const items = body.events.flatMap((payload) => {
		const kind = eventKind(payload.event);
		if (kind === undefined || !settings.events.includes(kind)) return [];
		const event = readEvent(kind, payload);
		if (!passes(event, settings.filters)) return [];
		const item = settings.simplify ? simplified(event) : unchanged(event, { ...headers });
		return [settings.allowUnsigned ? { ...item, verified } : item];
	});
	return items.length === 0 ? { kind: 'ignore' } : { kind: 'start', items };
}

const MAX_PING_BYTES = 4_096;

function holdsOnlyPing(rawBody: Buffer, contentType: string | undefined): boolean {
	if (rawBody.length > MAX_PING_BYTES) return false;
	const body = readBody(rawBody, contentType);
	return 'events' in body && body.events.length === 1 && isPing(body.events[0].event);
}

function refuseForLackOfSecret({ origin }: SigningSecrets): Verdict {
	return {
		kind: 'refuse',
		status: 401,
		error: 'No signing secret is set up here yet',
		advice:
			origin === 'registration'
				? 'Its registration in Trackly is not finished yet. Trackly tries again later'
				: 'No signing secret is set. Copy the one of your endpoint in Trackly under Settings > Webhooks into "Webhook Signing Secret" of the Trackly API credential',
	};
}

function refuseUnsigned(): Verdict {
	return {
		kind: 'refuse',
		status: 401,
		error: 'The request is not signed',
		advice: 'The request has no X-Trackly-Signature header, so anybody may have sent it',
	};
}

function refuseForged({ origin, hasWhitespace }: SigningSecrets): Verdict {
	const slip = hasWhitespace ? '. The secret contains whitespace: paste it again without' : '';
	return {
		kind: 'refuse',
		status: 401,
		error: 'The signature does not match',
		advice:
			origin === 'registration'
				? 'The signature does not match the secret of the registration. If events of Trackly are refused, unpublish the workflow and publish it again: it then registers with a new secret'
				: `The signature does not match. Compare "Webhook Signing Secret" of the Trackly API credential with the signing secret of your endpoint in Trackly under Settings > Webhooks${slip}`,
	};
}
