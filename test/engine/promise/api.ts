import type { INodeParameters } from 'n8n-workflow';

import { list, phoneNumbers } from '../../kit/account';
import type { Stub, StubAnswer, StubRequest } from '../../kit/stub';
import { operationOf, useStub } from '../trackly';
import type { RunOperation } from '../../kit/operation';

/** An account in which everything goes well. */
export function goodAnswer({ method, path, body }: StubRequest): StubAnswer {
	if (method === 'GET' && path.includes('/contacts?')) return { json: contactsPage([]) };
	const records = recordsOf(body);
	if (path.includes('/validate/batch')) {
		return { json: { results: records.map((phone) => ({ phone, disposition: 'ok' })) } };
	}
	if (records.length > 0 || Array.isArray(body.messages)) {
		return {
			json: {
				success: true,
				queued_count: records.length,
				success_count: records.length,
				error_count: 0,
				duplicates_skipped: 0,
				errors: [],
			},
		};
	}
	if (path.includes('/send')) {
		return { json: { success: true, message_id: `m${body.to as string}`, status: 'queued' } };
	}
	return {
		json: { success: true, id: 'x1', revenue_id: 'r1', unsubscribed: true, archived: true },
	};
}

/** A page of contacts as the contract shows it, by itself or as one of several. */
export function contactsPage(
	contacts: readonly unknown[],
	pagination: Record<string, unknown> = {
		page: 1,
		per_page: 1_000,
		total: contacts.length,
		total_pages: 1,
	},
): Record<string, unknown> {
	return { contacts, pagination };
}

function recordsOf(body: Record<string, unknown>): unknown[] {
	const records = body.messages ?? body.records ?? body.contacts ?? body.phones;
	return Array.isArray(records) ? records : [];
}

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
	const writes = () => stub.requests().filter(({ method }) => method !== 'GET');
	return {
		stub,
		texting,
		keyed,
		kinds: keyed.filter(([name]) => !name.startsWith('Send Raw')),
		of: (name) => keyed.find(([own]) => own === name)![1],
		writes,
		arrived: () =>
			writes().flatMap(({ body }) => {
				const records = recordsOf(body);
				return (records.length > 0 ? records : [body]).map((record) => {
					const { to, message_id } = record as Record<string, string>;
					return String(message_id ?? to);
				});
			}),
	};
}

/** Items that every operation here can be run with; each has a key of its own in `order`. */
export function orders(count: number, from = 0) {
	return phoneNumbers(from + count)
		.slice(from)
		.map((to, index) => ({
			to,
			body: 'Hi',
			message_id: `m-${from + index}`,
			revenue: 5,
			attribution_type: 'sale',
			order: `order-${from + index}`,
		}));
}

export const KEY = { idempotencyKey: '={{ $json.order }}' };
