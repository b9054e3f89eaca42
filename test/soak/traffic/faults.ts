import type { FaultInput } from '../../../sandbox/trackly';
import { repeat, type Traffic } from './traffic';

const EVERY = 12_000; // ms

/** What goes wrong at the account, one after the other, once each time. */
const FAULTS: readonly FaultInput[] = [
	{ kind: 'status', status: 429, retryAfter: 1, operationId: 'sendMessage' },
	{ kind: 'drop_after', operationId: 'sendMessagesBulk' },
	{ kind: 'status', status: 503, operationId: 'sendMessage' },
	{ kind: 'status', status: 500, operationId: 'listContacts' },
	{ kind: 'status_after', status: 500, operationId: 'sendMessagesBulk' },
	{ kind: 'drop_before', operationId: 'sendMessage' },
	{ kind: 'status', status: 429, retryAfter: 1, operationId: 'sendMessagesBulk' },
	{ kind: 'drop_after', operationId: 'sendMessage' },
	{ kind: 'drop_before', operationId: 'listLists' },
	{ kind: 'truncate', operationId: 'sendMessage' },
	{ kind: 'status', status: 503, operationId: 'sendMessagesBulk' },
	{ kind: 'status_after', status: 502, operationId: 'sendMessage' },
	{ kind: 'latency', latencyMs: 1_500, operationId: 'sendMessagesBulk' },
	{ kind: 'drop_before', operationId: 'sendMessagesBulk' },
];

/** Lets the next thing go wrong. */
export async function letThingsGoWrong(traffic: Traffic): Promise<void> {
	await repeat(traffic, EVERY, (round) => {
		traffic.world.sandbox.addFault({ ...FAULTS[round % FAULTS.length], count: 1 });
	});
}
