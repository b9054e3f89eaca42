import { receive, type ReceiveSettings, type Verdict } from '../../../kernel/n8n/trigger/receive';
import { fromCredential } from '../../../kernel/n8n/trigger/secrets';
import { tracklyTrigger } from '../../../nodes/Trackly/trigger/trigger';
import { sign } from './contract';

export const SECRET = 'example-secret';
export const SETTINGS: ReceiveSettings = {
	events: ['delivery', 'reply', 'unsubscribe'],
	filters: () => [],
	simplify: true,
	allowUnsigned: false,
	secrets: fromCredential(SECRET),
};
const JSON_TYPE = { 'content-type': 'application/json' };

interface Sending {
	secret?: string;
	settings?: Partial<ReceiveSettings>;
	headers?: Record<string, string>;
}

function bytesOf(body: unknown): Buffer {
	return Buffer.isBuffer(body)
		? body
		: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Receives a body that carries a correct signature. */
export async function receiveSigned(body: unknown, sending: Sending = {}): Promise<Verdict> {
	const rawBody = bytesOf(body);
	const signature = (await sign(rawBody, sending.secret ?? SECRET)).toString('hex');
	const headers = { ...JSON_TYPE, 'x-trackly-signature': signature, ...sending.headers };
	return receive(tracklyTrigger, { rawBody, headers }, { ...SETTINGS, ...sending.settings });
}

/** Receives a body without a signature. */
export function receiveUnsigned(body: unknown, { settings, headers }: Sending = {}): Verdict {
	const request = { rawBody: bytesOf(body), headers: { ...JSON_TYPE, ...headers } };
	return receive(tracklyTrigger, request, { ...SETTINGS, ...settings });
}

/** The items a workflow starts with. */
export function itemsOf(verdict: Verdict) {
	if (verdict.kind !== 'start') throw new Error(`Expected a start, not ${verdict.kind}`);
	return verdict.items;
}

/** Matches a refusal with this status. */
export const refused = (status: number) => expect.objectContaining({ kind: 'refuse', status });
