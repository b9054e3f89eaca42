import type { IDataObject } from 'n8n-workflow';

import { readBody } from './body';
import { isPing, readEvent, simplified, unchanged, type ReadEvent, type Told } from './event';
import { passes, type Filters } from './filter';
import type { SigningSecrets } from './secrets';
import { checkSignature, type WebhookRequest } from './signature';
import type { Trigger } from './trigger';

/** What the user chose in the node and its credential. */
export interface ReceiveSettings {
	/** Kinds of event that start the workflow. */
	events: readonly string[];
	/** Read only for what is signed. */
	filters(): Filters;
	/** Whether every signed event starts the workflow, whatever its kind. */
	anyEvent?: boolean;
	simplify: boolean;
	allowUnsigned: boolean;
	secrets: SigningSecrets;
	/** Is told the filters that could not judge an event, which gets through. */
	onUnreadable?: (event: ReadEvent, filters: string[]) => void;
}

export type Verdict =
	/** Not from the API, or not an event. `error` is for the sender, `advice` for the user's log. */
	| { kind: 'refuse'; status: 400 | 401; error: string; advice: string }
	/** From the API, but nothing that this workflow waits for. */
	| { kind: 'ignore' }
	| { kind: 'start'; items: IDataObject[] };

/** Decides what a webhook request leads to. Nothing in the body counts before its signature. */
export function receive(
	trigger: Trigger,
	request: WebhookRequest,
	settings: ReceiveSettings,
): Verdict {
	const { rawBody, headers } = request;
	const { secrets } = settings;
	const check = checkSignature(request, trigger.signature, secrets.values);
	const verified = check === 'valid';
	// Without a secret a signature cannot be checked: such a request counts as unsigned.
	const unsigned = check === 'missing' || secrets.values.length === 0;
	if (!verified && !(unsigned && settings.allowUnsigned)) {
		// A ping may come while the endpoint is being made, when its secret is known nowhere yet.
		if (holdsOnlyPing(rawBody)) return { kind: 'ignore' };
		if (secrets.values.length === 0) return refuseForLackOfSecret(trigger, secrets);
		return unsigned ? refuseUnsigned(trigger) : refuseForged(trigger, secrets);
	}

	const body = readBody(rawBody);
	if ('problem' in body) {
		return { kind: 'refuse', status: 400, error: body.problem, advice: body.problem };
	}

	const filters = settings.filters();
	const told = toldBy(request, trigger.eventHeaders);
	const items = body.events.flatMap((payload) => {
		const event = readEvent(trigger.events, payload, told);
		const isWanted = settings.anyEvent === true || settings.events.includes(event.kind);
		if (!isWanted || isPing(payload)) return [];
		if (
			settings.anyEvent !== true &&
			!passes(event, filters, (names) => settings.onUnreadable?.(event, names))
		) {
			return [];
		}
		const item = settings.simplify
			? simplified(event, trigger.eventIdName)
			: unchanged(event, trigger.eventIdName, { ...headers });
		return [settings.allowUnsigned ? { ...item, verified } : item];
	});
	return items.length === 0 ? { kind: 'ignore' } : { kind: 'start', items };
}

function toldBy({ headers }: WebhookRequest, names: Trigger['eventHeaders']): Told {
	if (names === undefined) return {};
	const textOf = (name: string) => {
		const value = headers[name];
		return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
	};
	return { kind: textOf(names.kind), id: textOf(names.id) };
}

const MAX_PING_BYTES = 4_096;

function holdsOnlyPing(rawBody: Buffer): boolean {
	if (rawBody.length > MAX_PING_BYTES) return false;
	const body = readBody(rawBody);
	return 'events' in body && body.events.length === 1 && isPing(body.events[0]);
}

function refuseForLackOfSecret(
	{ profile: { name }, endpointsAt, secret }: Trigger,
	{ origin }: SigningSecrets,
): Verdict {
	return {
		kind: 'refuse',
		status: 401,
		error: 'No signing secret is set up yet',
		advice:
			origin === 'registration'
				? `Its registration in ${name} is not complete yet. ${name} tries again later`
				: `No signing secret is set. Copy the secret of your endpoint in ${endpointsAt} into "${secret.fieldLabel}" of the ${secret.credentialLabel} credential`,
	};
}

function refuseUnsigned({ signature }: Trigger): Verdict {
	return {
		kind: 'refuse',
		status: 401,
		error: 'The request is not signed',
		advice: `The request has no ${signature.signature} header, so anyone could have sent it`,
	};
}

function refuseForged(
	{ profile: { name }, endpointsAt, secret }: Trigger,
	{ origin, holdsInvisible }: SigningSecrets,
): Verdict {
	const slip = holdsInvisible
		? '. The secret contains a space, a line break or an invisible character: paste it again without it'
		: '';
	return {
		kind: 'refuse',
		status: 401,
		error: 'The signature does not match',
		advice:
			origin === 'registration'
				? `The signature does not match the secret of the registration. If events from ${name} are refused, unpublish the workflow and publish it again to register with a new secret`
				: `The signature does not match. Compare "${secret.fieldLabel}" of the ${secret.credentialLabel} credential with the signing secret of your endpoint in ${endpointsAt}${slip}`,
	};
}
