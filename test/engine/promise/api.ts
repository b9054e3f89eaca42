import type { INodeParameters } from 'n8n-workflow';

import { list } from '../../kit/account';
import { arrivedIn, goodAnswer, writesIn } from '../../kit/anyAccount';
import type { Stub, StubAnswer, StubRequest } from '../../kit/stub';
import { operationOf, useStub } from '../trackly';
import type { RunOperation } from '../../kit/operation';

export { contactsPage, goodAnswer, KEY, orders } from '../../kit/anyAccount';

const automatic = { columns: { mappingMode: 'autoMapInputData', value: null } };

/** The four operations that text people, by the name a user reads. */
const TEXTING: Record<string, INodeParameters> = {
	Send: {
		resource: 'message',
		operation: 'send',
		listNumber: list(),
		to: '={{ $json.to }}',
		body: '={{ $json.body }}',
		additionalFields: {},
	},
	'Send Raw': {
		resource: 'message',
		operation: 'sendRaw',
		listNumber: list(),
		to: '={{ $json.to }}',
		body: '={{ $json.body }}',
		additionalFields: {},
	},
	'Send Many': { resource: 'message', operation: 'sendMany', listNumber: list(), ...automatic },
	'Send Raw Many': {
		resource: 'message',
		operation: 'sendRawMany',
		listNumber: list(),
		...automatic,
	},
};

/** Others that must not be done twice, whatever they are for. */
const RECORDING: Record<string, INodeParameters> = {
	'Revenue > Record': {
		resource: 'revenue',
		operation: 'record',
		messageId: '={{ $json.message_id }}',
		revenue: '={{ $json.revenue }}',
		attributionType: 'sale',
		additionalFields: {},
	},
	'Revenue > Record Many': { resource: 'revenue', operation: 'recordMany', ...automatic },
	'API > Request': {
		resource: 'api',
		operation: 'request',
		method: 'POST',
		path: '/things',
		version: 'v2',
		query: {},
		allPages: false,
		body: '={{ JSON.stringify($json) }}',
	},
};

/** A name and what runs the operation. */
export type Named = [name: string, run: RunOperation];

export interface Operations {
	stub: Stub;
	/** The operations that text people: `describe.each` takes them. */
	texting: Named[];
	/** All that have an idempotency key, those that text included. */
	keyed: Named[];
	/** One of each kind of those: one by one and in batches, with and without an order to keep. */
	kinds: Named[];
	/** One of them, by name. */
	of(name: string): RunOperation;
	/** The requests that did something, everything but look-ups. */
	writes(): StubRequest[];
	/** What arrived to be done, one by one: recipients, or whatever else tells records apart. */
	arrived(): string[];
}

/** A stub of the account for one test file, and the operations to run against it. */
export function useOperations(
	answer: (request: StubRequest) => StubAnswer = goodAnswer,
): Operations {
	const stub = useStub(answer);
	const named = (all: Record<string, INodeParameters>): Named[] =>
		Object.entries(all).map(([name, usual]) => [name, operationOf(stub, usual)]);
	const texting = named(TEXTING);
	const keyed = [...texting, ...named(RECORDING)];
	return {
		stub,
		texting,
		keyed,
		kinds: keyed.filter(([name]) => !name.startsWith('Send Raw')),
		of: (name) => keyed.find(([own]) => own === name)![1],
		writes: () => writesIn(stub.requests()),
		arrived: () => arrivedIn(stub.requests()),
	};
}
