import {
	receive,
	type ReceiveSettings,
	type Verdict,
} from '../../../nodes/Trackly/trigger/receive';
import { NO_FILTERS } from '../../../nodes/Trackly/trigger/filters';
import { fromCredential } from '../../../nodes/Trackly/trigger/secrets';
import { sign } from './contract';

export const SECRET = 'example-secret';
export const SETTINGS: ReceiveSettings = {
	events: ['delivery', 'reply', 'unsubscribe'],
	filters: NO_FILTERS,
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
	return receive({ rawBody, headers }, { ...SETTINGS, ...sending.settings });
}

/** Receives a body without a signature. */
export function receiveUnsigned(body: unknown, { settings, headers }: Sending = {}): Verdict {
	const request = { rawBody: bytesOf(body), headers: { ...JSON_TYPE, ...headers } };
	return receive(request, { ...SETTINGS, ...settings });
}

/** The items a workflow starts with. */
export function itemsOf(verdict: Verdict) {
	if (verdict.kind !== 'start') throw new Error(`Expected a start, not ${verdict.kind}`);
	return verdict.items;
}

/** Matches a refusal with this status. */
export const refused = (status: number) => expect.objectContaining({ kind: 'refuse', status });
