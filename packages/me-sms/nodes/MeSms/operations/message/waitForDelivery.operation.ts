import {
	job,
	type JobState,
	type JsonObject,
	perItem,
	readCount,
	required,
	waitFieldsWithin,
} from '../../../../../../kernel';
import { uuidField } from '../../fields/uuid';
import { expectedField, summarized, summaryOf } from './delivery';

const wait = waitFieldsWithin({ usual: 2, longest: 10 });

/** contract: listRecipients, again and again until no number is pending. */
export const waitForDelivery = job(
	perItem({
		resource: 'message',
		operation: 'waitForDelivery',
		name: 'Wait for Delivery',
		action: 'Wait for the delivery of a message',
		description: 'Wait until all numbers of a message are in a final state, and get the summary',
		fields: [required(uuidField), ...wait, expectedField],
		request: ({ uuid }) => summaryOf(uuid),
		output: (body, _, { uuid, expected }) => summarized(body, uuid, expected),
	}),
	{
		fields: [],
		wait,
		words: { it: 'Delivery', but: '' },
		stateFor: () => stateOf,
		poll: ({ uuid }) => summaryOf(String(uuid)),
		output: (body, { uuid, expected }) => summarized(body, String(uuid), readCount(expected)),
		identify: ({ uuid }) => ({ uuid }),
	},
);

function stateOf({ complete }: JsonObject): JobState {
	return { is: complete === true ? 'ready' : 'pending' };
}
