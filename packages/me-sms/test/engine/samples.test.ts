import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { join } from 'node:path';

import { usePreviews } from '../../../../test/kit/previews';
import { calls } from './contract';
import { operationOf, useSamples, UUID } from './meSms';

/** Every response that the contract prints goes through the node, whose request is valid by it. */
const stub = useSamples();

/** The operation that makes a call, by the call. */
const MADE_BY: Record<string, Array<[resource: string, operation: string, INodeParameters?]>> = {
	cancelSms: [['message', 'cancel', { uuid: UUID }]],
	listMessages: [['message', 'getAll']],
	getMessage: [['message', 'get', { uuid: UUID }]],
	listRecipients: [
		['recipient', 'getAll', { uuid: UUID, limit: 2 }],
		['message', 'getDelivery', { uuid: UUID }],
		['message', 'waitForDelivery', { uuid: UUID, maximumWait: 0 }],
	],
	getCreditBalance: [['credit', 'get']],
	listSenders: [['sender', 'getAll']],
};

const EVERY = calls.flatMap(({ operationId, samples }) =>
	(MADE_BY[operationId] ?? []).flatMap((made) =>
		Object.keys(samples).map((sample) => ({ operationId, sample, made })),
	),
);

const outputOf = async ({ operationId, sample, made }: (typeof EVERY)[number]) => {
	stub.give(operationId, sample);
	const [resource, operation, parameters] = made;
	const { items, error } = await operationOf(stub, { resource, operation, ...parameters })([{}]);
	expect(error).toBeUndefined();
	return items.map(({ json }) => json);
};

/** What is said of a sample. */
const SAID: Record<string, IDataObject[]> = {
	'message/cancel: done': [{ uuid: UUID, cancelled: true, refundedCredits: 2 }],
	'message/getAll: one': [{ uuid: UUID, status: 'scheduled', sender: 'TEAHOUSE', complete: false }],
	'message/get: complete': [
		{ uuid: UUID, status: 'sent', complete: true, drSummary: { success: 231, timeout: 0 } },
	],
	'message/get: waiting': [{ uuid: UUID, status: 'pending', complete: false, drSummary: null }],
	'recipient/getAll: first': [
		{ id: 90311, msisdn: '66812345678', status: 'success' },
		{ id: 90312, msisdn: '66898765432', status: 'pending' },
	],
	'recipient/getAll: last': [{ msisdn: '66623456789', status: 'expired' }],
	'recipient/getAll: withoutAfter': [{ msisdn: '66812345678', status: 'success' }],
	'message/getDelivery: first': [{ total: 240, complete: false, deliveredRate: 96.25 }],
	'message/getDelivery: last': [{ total: 240, complete: true, deliveredRate: 98.75 }],
	'message/getDelivery: withoutAfter': [{ total: 1, status: 'success', complete: true }],
	'message/waitForDelivery: first': [{ complete: false, ready: false }],
	'message/waitForDelivery: last': [{ complete: true, ready: true }],
	'message/waitForDelivery: withoutAfter': [{ complete: true, ready: true }],
	'credit/get: plain': [{ balance: 18250 }],
	'sender/getAll: three': [
		{ name: 'TEAHOUSE', status: 'approved', shared: false },
		{ name: 'TEAHOUSE-VIP', status: 'pending' },
		{ name: 'DEMO', shared: true },
	],
};

const nameOf = ({ made: [resource, operation], sample }: (typeof EVERY)[number]) =>
	`${resource}/${operation}: ${sample}`;

it('every printed sample is looked at', () => {
	expect(EVERY.map(nameOf).sort()).toEqual(Object.keys(SAID).sort());
});

it.each(EVERY.map((each) => [nameOf(each), each] as const))('%s', async (name, each) => {
	const output = await outputOf(each);
	expect(output).toMatchObject(SAID[name]);
	expect(output).toHaveLength(SAID[name].length);
});

describe('what the editor shows before a run', () => {
	const names = [
		...new Set(EVERY.map(({ made: [resource, operation] }) => `${resource}/${operation}`)),
	];

	usePreviews(join(__dirname, '../../nodes/MeSms/__schema__/v1.0.0'), names, async (name) => {
		const outputs: IDataObject[] = [];
		for (const each of EVERY) {
			if (nameOf(each).startsWith(`${name}: `)) outputs.push(...(await outputOf(each)));
		}
		return outputs;
	});
});
