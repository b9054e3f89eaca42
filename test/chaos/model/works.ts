import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { perItem, textField } from '../../../kernel';
import type { Operation } from '../../../kernel/n8n/run/operation';
import { textSafeguards } from '../../../nodes/Trackly/fields/texts';
import { tracklySettings } from '../../../nodes/Trackly/settings';

export const LIST = '+18005550142';
/** The list that nobody has left yet. */
export const OTHER_LIST = '+18005550177';

/** One operation of the node, as the model looks at it. */
export interface Work {
	resource: string;
	operation: string;
	parameters: INodeParameters;
	/** Name of the count of records that were taken; none where a request has one record. */
	count?: string;
	/** Whether making its request twice does no harm. */
	idempotent: boolean;
	/** Whether it has the safeguards; those of texts as well. */
	guarded: boolean;
	texts: boolean;
	/** Whether a failed item ends the run with On Error = Stop. */
	endsAtFailure: boolean;
	/** Requests in a row with an open outcome after which the run must be over, those under way aside. */
	mostOpenInRow: number;
	/** Whether it looks for something of its own in a response, e.g. an id. */
	isSpecific: boolean;
	/** What shows that one record was taken. */
	evidence: Record<string, unknown>;
	/** What an item holds. */
	item(uid: string, to: string): IDataObject;
	/** What makes it a bad one. */
	bad: IDataObject;
	/** Whether only one item is taken. */
	single?: boolean;
}

const list = { __rl: true, mode: 'number', value: LIST };
const columns = { mappingMode: 'autoMapInputData', value: null };
/** How a record is found again in what leaves. */
const marked = (uid: string) => `Hello #${uid}#`;

const text = {
	resource: 'message',
	idempotent: false,
	guarded: true,
	texts: true,
	isSpecific: true,
	evidence: { message_id: 'm1', status: 'queued' },
	item: (uid: string, to: string): IDataObject => ({ to, body: marked(uid) }),
	bad: { to: 'nobody' },
};
const oneByOne = { endsAtFailure: true, mostOpenInRow: 8 };
const inBatches = { endsAtFailure: false, mostOpenInRow: 3 };

/** A made-up operation whose reading of the response throws for a response of an odd shape. */
export const oddOperation = perItem({
	resource: 'odd',
	operation: 'send',
	name: 'Send',
	action: 'Send',
	description: 'Send',
	fields: [textField('to', { displayName: 'To' }), textField('body', { displayName: 'Text' })],
	request: ({ to, body }) => ({
		endpoint: { operationId: 'oddSend', method: 'POST', path: '/odd', idempotent: false },
		body: { to, list_number: LIST, body },
	}),
	output: (body) => {
		if (body.odd === true) throw new Error('That is not what was expected');
		return body;
	},
	orderingKey: ({ body }) => String(body?.to),
	guarded: textSafeguards,
});

export const works = {
	send: {
		...text,
		...oneByOne,
		operation: 'send',
		parameters: { listNumber: list, to: '=to', body: '=body', additionalFields: {} },
	},
	sendMany: {
		...text,
		...inBatches,
		operation: 'sendMany',
		count: 'queued_count',
		parameters: { listNumber: list, columns },
	},
	odd: {
		...text,
		...oneByOne,
		resource: 'odd',
		operation: 'send',
		isSpecific: false,
		parameters: { to: '=to', body: '=body' },
		bad: { body: { text: 'not a text' } },
	},
	sendAndWait: {
		...text,
		...oneByOne,
		operation: 'sendAndWait',
		parameters: {
			listNumber: list,
			to: '=to',
			message: '=body',
			options: { waitLimit: '=waitLimit', waitLimitUnit: 'hours' },
		},
		item: (uid: string, to: string) => ({ to, body: marked(uid), waitLimit: 2 }),
		// Longer than n8n can wait.
		bad: { waitLimit: 2_000_000_000 },
		single: true,
	},
	record: {
		...oneByOne,
		resource: 'revenue',
		operation: 'record',
		idempotent: false,
		guarded: true,
		texts: false,
		isSpecific: false,
		evidence: { revenue_id: 'r1' },
		parameters: {
			messageId: '=message',
			revenue: 1,
			attributionType: 'sale',
			additionalFields: {},
		},
		item: (uid) => ({ message: `#${uid}#` }),
		bad: { message: '' },
	},
	upsertMany: {
		...inBatches,
		resource: 'contact',
		operation: 'upsertMany',
		count: 'success_count',
		idempotent: true,
		guarded: false,
		texts: false,
		isSpecific: false,
		evidence: {},
		parameters: { listNumber: list, columns },
		item: (uid, to) => ({ phone_number: to, url: `https://example.com/#${uid}#` }),
		bad: { phone_number: 'nobody' },
	},
	unsubscribe: {
		...oneByOne,
		resource: 'contact',
		operation: 'unsubscribe',
		idempotent: true,
		guarded: false,
		texts: false,
		isSpecific: false,
		evidence: { unsubscribed: true },
		parameters: { from: 'everyList', phoneNumber: '=to', options: {} },
		item: (_uid, to) => ({ to }),
		bad: { to: 'nobody' },
	},
} satisfies Record<string, Work>;

export type WorkName = keyof typeof works;

export const operations: readonly Operation[] = [...tracklySettings.operations, oddOperation];

/** What the editor stores when a user adds a safeguard and changes nothing. */
export function valueWhenAdded({ resource, operation }: Work, safeguard: string): unknown {
	const found = operations.find(
		(each) => each.resource === resource && each.operation === operation,
	);
	const collection = found?.properties.find(({ name }) => name === 'safeguards');
	const field = collection?.options?.find(({ name }) => name === safeguard);
	return field !== undefined && 'default' in field ? field.default : undefined;
}
