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

/** Parameters of the Trackly Trigger, in the order of the editor. */
export const parameters: INodeProperties[] = [
	{
		// One way for now, so there is nothing to pick.
		displayName: 'Webhook Registration',
		name: 'registration',
		type: 'hidden',
		default: 'byHand',
	},
	{
		displayName:
			'To receive events: <b>1.</b> Copy the Production URL above into Trackly under <b>Settings > Webhooks</b>. <b>2.</b> Paste the signing secret of that endpoint into <b>Webhook Signing Secret</b> of the credential. Without it, all requests are refused.',
		name: 'registrationNotice',
		type: 'notice',
		default: '',
	},
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
