import type { IDataObject } from 'n8n-workflow';

import { eventKind, SIGNATURE_HEADER } from '../api/events';
import { readBody } from './body';
import { readEvent, simplified, unchanged } from './events';
import { checkSignature, containsWhitespace, readSecrets } from './signature';

/** A webhook request, as far as it matters here. Header names are in lower case. */
export interface WebhookRequest {
	rawBody: Buffer;
	headers: Record<string, string | string[] | undefined>;
}

/** What the user chose in the node and its credential. */
export interface ReceiveSettings {
	events: readonly string[];
	simplify: boolean;
	allowUnsigned: boolean;
	webhookSecret: unknown;
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
	const secrets = readSecrets(settings.webhookSecret);
	const check = checkSignature(rawBody, headers[SIGNATURE_HEADER], secrets);
	const verified = check === 'valid';
	// Without a secret a signature cannot be checked: such a request counts as unsigned.
	const unsigned = check === 'missing' || secrets.length === 0;
	if (!verified && !(unsigned && settings.allowUnsigned)) {
		if (secrets.length === 0) return refuseForLackOfSecret();
		return unsigned ? refuseUnsigned() : refuseForged(settings.webhookSecret);
	}

	const body = readBody(rawBody, [headers['content-type']].flat()[0]);
	if ('problem' in body) {
		return { kind: 'refuse', status: 400, error: body.problem, advice: body.problem };
	}

	const items = body.events.flatMap((payload) => {
		const kind = eventKind(payload.event);
		if (kind === undefined || !settings.events.includes(kind)) return [];
		const event = readEvent(kind, payload);
		const item = settings.simplify ? simplified(event) : unchanged(event, { ...headers });
		return [settings.allowUnsigned ? { ...item, verified } : item];
	});
	return items.length === 0 ? { kind: 'ignore' } : { kind: 'start', items };
}

function refuseForLackOfSecret(): Verdict {
	return {
		kind: 'refuse',
		status: 401,
		error: 'No signing secret is set up here yet',
		advice:
			'No signing secret is set. Copy the one of your endpoint in Trackly under Settings > Webhooks into "Webhook Signing Secret" of the Trackly API credential',
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

function refuseForged(webhookSecret: unknown): Verdict {
	const slip = containsWhitespace(webhookSecret)
		? '. The secret contains whitespace: paste it again without'
		: '';
	return {
		kind: 'refuse',
		status: 401,
		error: 'The signature does not match',
		advice: `The signature does not match. Compare "Webhook Signing Secret" of the Trackly API credential with the signing secret of your endpoint in Trackly under Settings > Webhooks${slip}`,
	};
}
