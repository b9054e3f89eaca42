import type { INodeProperties } from 'n8n-workflow';

import type { EventKind } from '../api/events';

const EVENT_OPTIONS: Array<{ name: string; value: EventKind; description: string }> = [
	{
		name: 'Delivery',
		value: 'delivery',
		description:
			'The delivery status of a text changed. Expect one or more for each text you send.',
	},
	{
		name: 'Reply',
		value: 'reply',
		description: 'A contact sent a text that is not an opt-out',
	},
	{
		name: 'Unsubscribe',
		value: 'unsubscribe',
		description: 'A contact opted out by text, for example with STOP',
	},
];

const REGISTRATION: INodeProperties = {
	displayName: 'Webhook Registration',
	name: 'registration',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Automatic',
			value: 'automatic',
			description: 'The node adds its URL to your Trackly account and removes it again',
		},
		{
			name: 'By Hand',
			value: 'byHand',
			description: 'You add the URL in Trackly yourself',
		},
	],
	default: 'automatic',
	description: 'How Trackly gets to know the URL of this node',
};

/** Version 1 knew only By Hand: n8n does not save what is the default, so the default stays there. */
const registrationParameters: INodeProperties[] = [
	{
		...REGISTRATION,
		default: 'byHand',
		displayOptions: { show: { '@version': [1] } },
	},
	{
		...REGISTRATION,
		displayOptions: { show: { '@version': [{ _cnd: { gte: 1.1 } }] } },
	},
	{
		displayName:
			'The node registers itself in Trackly when you publish the workflow, with a signing secret of its own, and removes itself when you unpublish it. If your Trackly account does not offer this, the workflow is published all the same: add the Production URL above in Trackly under <b>Settings > Webhooks</b>, and paste the signing secret of that endpoint into <b>Webhook Signing Secret</b> of the credential.',
		name: 'automaticNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['automatic'] } },
	},
	{
		displayName:
			'To receive events: <b>1.</b> Copy the Production URL above into Trackly under <b>Settings > Webhooks</b>. <b>2.</b> Paste the signing secret of that endpoint into <b>Webhook Signing Secret</b> of the credential. Without it, all requests are refused.',
		name: 'registrationNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['byHand'] } },
	},
];

/** The documented ones, and words of other pages that may come too (contract: DeliveryEvent). */
const DELIVERY_STATUSES = [
	'delivered',
	'dropped',
	'expired',
	'failed',
	'orphaned',
	'pending',
	'rejected',
	'sent',
	'undeliverable',
	'undelivered',
];

const filtersParameter: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [
		{
			displayName: 'Delivery Statuses',
			name: 'deliveryStatuses',
			type: 'multiOptions',
			displayOptions: { show: { '/events': ['delivery'] } },
			options: DELIVERY_STATUSES.map((value) => ({
				name: `${value[0].toUpperCase()}${value.slice(1)}`,
				value,
			})),
			default: [],
			description: 'Only deliveries with one of these statuses. None picked means all.',
		},
		{
			displayName: 'List Names or IDs',
			name: 'lists',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getListNumberOptions' },
			default: [],
			description:
				'Only events of these sending lists, which are told apart by their numbers. None picked means all. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Reply Text Contains',
			name: 'replyContains',
			type: 'string',
			displayOptions: { show: { '/events': ['reply'] } },
			default: '',
			placeholder: 'e.g. yes',
			description: 'Only replies with this in their text, in capitals or not',
		},
		{
			displayName: 'Reply Text Matches',
			name: 'replyMatches',
			type: 'string',
			displayOptions: { show: { '/events': ['reply'] } },
			default: '',
			placeholder: 'e.g. ^(yes|y)\\b',
			description:
				'Only replies whose text matches this regular expression, in capitals or not. A reply whose text cannot be read passes all filters for texts.',
		},
	],
};

/** Parameters of the Trackly Trigger, in the order of the editor. */
export const parameters: INodeProperties[] = [
	...registrationParameters,
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		noDataExpression: true,
		options: EVENT_OPTIONS,
		// Deliveries are left out: a campaign would start the workflow once or more for each text.
		default: ['reply', 'unsubscribe'],
		description: 'What starts the workflow. Other events are confirmed to Trackly and ignored.',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	filtersParameter,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Allow Unsigned Deliveries',
				name: 'allowUnsigned',
				type: 'boolean',
				default: false,
				description:
					'Whether to accept requests without a signature. For first tests only: anyone who knows the URL can then start this workflow and, for example, forge a reply or an opt-out. Each item says in "verified" whether its signature was checked.',
			},
		],
	},
];
