import { createHash } from 'node:crypto';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** An endpoint that this node has made. */
export interface Registration {
	id: string;
	secret: string;
	/** The address that it posts to. */
	url: string;
	/** Fingerprint of the account that it is in. */
	account: string;
}

/** What the node keeps in the workflow. n8n keeps a separate memory for tests of the trigger. */
export interface Memory {
	/** The node it belongs to: copies and exports of a workflow carry their memory along. */
	owner?: string;
	registration?: Registration;
	/** Endpoints made so far, so that each has a different secret. */
	made?: number;
	/** Secrets that were replaced: events signed with them may still be on their way. */
	replaced?: Array<{ secret: string; /** Milliseconds since 1970. */ until: number }>;
	/** Endpoints at this address that could not be removed; the secret where it is known. */
	leftovers?: Array<{ id: string; secret?: string }>;
	/** The account has no API for webhooks, so the endpoint is added manually. */
	byHand?: boolean;
	/** What entries of filters stand for, by the name of the filter, e.g. the number of a list's id. */
	found?: Record<string, Record<string, string>>;
}

/** What the node remembers. What `webhook()` would write, n8n does not keep: only hooks may. */
export function memoryOf(context: IHookFunctions | IWebhookFunctions): Memory {
	return context.getWorkflowStaticData('node');
}

/** The same, emptied of what came from another node, workflow or n8n: its secrets are not ours. */
export function ownMemoryOf(context: IHookFunctions): Memory {
	const memory = memoryOf(context);
	const owner = [context.getInstanceId(), context.getWorkflow().id, context.getNode().id].join('/');
	if (memory.owner !== owner) {
		for (const name of Object.keys(memory)) Reflect.deleteProperty(memory, name);
		memory.owner = owner;
	}
	return memory;
}

/** Tells an account from others without saying which it is. */
export function fingerprint(...parts: string[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Milliseconds that a replaced secret still counts: longer than events are repeated. */
const REPLACED_FOR = 4 * 60 * 60 * 1000;
/** Each costs an HMAC for every request. */
const MAX_REPLACED = 10;

/** Remembers a secret that no endpoint signs with any more, and forgets those whose time is over. */
export function rememberReplaced(memory: Memory, secret: string | undefined): void {
	const now = Date.now();
	const kept = (memory.replaced ?? []).filter(({ until }) => until > now);
	if (secret !== undefined) kept.unshift({ secret, until: now + REPLACED_FOR });
	if (kept.length === 0) delete memory.replaced;
	else memory.replaced = kept.slice(0, MAX_REPLACED);
}
