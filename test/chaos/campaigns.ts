import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { list } from '../kit/account';

/** A campaign that a scenario can run: one operation of the node and the items for it. */
export interface Campaign {
	/** Operation of the contract that it calls. */
	operationId: string;
	/** Whether it packs its items into batches. */
	batches: boolean;
	/** Whether Trackly may safely be asked twice (the contract's `x-retry`). */
	repeatable: boolean;
	/** Whether it texts people. */
	texts: boolean;
	parameters: INodeParameters;
	/** The input item at an index. Items and records of one campaign all differ. */
	item(index: number): IDataObject;
	/** What a bad item has instead. */
	bad: IDataObject;
	/** What tells a record apart, in the request and in the item. */
	keyOf(record: Record<string, unknown>): string;
}

const AUTO = { mappingMode: 'autoMapInputData', value: null };

/** A different number for each item, except that a few people get two texts. */
const phone = (index: number) => `+1202${5_550_000 + (index % 50 === 7 ? index - 1 : index)}`;
const message = (index: number): IDataObject => ({ to: phone(index), body: `Text ${index}.` });
const texts = {
	repeatable: false,
	texts: true,
	item: message,
	bad: { to: 'nobody' },
	keyOf: ({ to, body }: Record<string, unknown>) => `${to} ${body}`,
};
const one = { listNumber: list(), to: '={{ $json.to }}', body: '={{ $json.body }}' };

/** Messages that revenue can be recorded for are known only once the account is there. */
export const MESSAGE_PLACE = 'message-of-the-account';

const revenue = {
	repeatable: false,
	texts: false,
	item: (index: number): IDataObject => ({
		message_id: MESSAGE_PLACE,
		revenue: index + 0.25,
		attribution_type: 'sale',
	}),
	bad: { revenue: 'much' },
	keyOf: ({ revenue: amount }: Record<string, unknown>) => String(amount),
};

export const campaigns = {
	send: {
		...texts,
		operationId: 'sendMessage',
		batches: false,
		parameters: { resource: 'message', operation: 'send', ...one, additionalFields: {} },
	},
	sendRaw: {
		...texts,
		operationId: 'sendRawMessage',
		batches: false,
		parameters: { resource: 'message', operation: 'sendRaw', ...one, options: {} },
	},
	sendMany: {
		...texts,
		operationId: 'sendMessagesBulk',
		batches: true,
		parameters: {
			resource: 'message',
			operation: 'sendMany',
			listNumber: list(),
			columns: AUTO,
		},
	},
	sendRawMany: {
		...texts,
		operationId: 'sendRawMessagesBulk',
		batches: true,
		parameters: {
			resource: 'message',
			operation: 'sendRawMany',
			listNumber: list(),
			columns: AUTO,
		},
	},
	upsertMany: {
		operationId: 'upsertContactsBulk',
		batches: true,
		repeatable: true,
		texts: false,
		parameters: {
			resource: 'contact',
			operation: 'upsertMany',
			listNumber: list(),
			columns: AUTO,
		},
		item: (index) => ({ phone_number: `+1202${5_550_000 + index}` }),
		bad: { phone_number: 'nobody' },
		keyOf: ({ phone_number }) => String(phone_number),
	},
	recordRevenue: {
		...revenue,
		operationId: 'recordRevenue',
		batches: false,
		parameters: {
			resource: 'revenue',
			operation: 'record',
			messageId: '={{ $json.message_id }}',
			revenue: '={{ $json.revenue }}',
			attributionType: 'sale',
			additionalFields: {},
		},
	},
	recordMany: {
		...revenue,
		operationId: 'recordRevenueBulk',
		batches: true,
		parameters: { resource: 'revenue', operation: 'recordMany', columns: AUTO },
	},
} satisfies Record<string, Campaign>;

export type CampaignName = keyof typeof campaigns;
