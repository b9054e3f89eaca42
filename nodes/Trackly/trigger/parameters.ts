import type { INodeProperties } from 'n8n-workflow';

import { filtersParameter, OTHER_EVENTS } from '../../../kernel/trigger';
import { tracklyTrigger } from './trigger';

const registrationParameters: INodeProperties[] = [
	{
		displayName: 'Webhook Registration',
		name: 'registration',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description:
					'The node adds its URL to your Trackly account, and removes it when you unpublish',
			},
			{
				name: 'Manual',
				value: 'byHand',
				description: 'You add the URL in Trackly',
			},
		],
		default: 'automatic',
		description: 'How to register the URL of this node in Trackly',
	},
	{
		displayName:
			'The node registers its URL in Trackly when you publish the workflow. If your Trackly account does not support this, add the Production URL (under <b>Webhook URLs</b> at the top) in Trackly under <b>Settings > Webhooks</b>, and paste the signing secret of that endpoint into <b>Webhook Signing Secret</b> in the credential.',
		name: 'automaticNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['automatic'] } },
	},
	{
		displayName:
			'To receive events: <b>1.</b> Add the Production URL (under <b>Webhook URLs</b> at the top) in Trackly under <b>Settings > Webhooks</b>. <b>2.</b> Paste the signing secret of that endpoint into <b>Webhook Signing Secret</b> in the credential. Without it, all requests are rejected.',
		name: 'registrationNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['byHand'] } },
	},
];

/** Parameters of the Trackly Trigger, in the order of the editor. */
export const parameters: INodeProperties[] = [
	...registrationParameters,
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		noDataExpression: true,
		options: [
			...tracklyTrigger.events.map(({ kind, name, description }) => ({
				name,
				value: kind,
				description,
			})),
			{
				name: 'Other Events',
				value: OTHER_EVENTS,
				description:
					'All other signed events, with unchanged data. They are not registered automatically.',
			},
		],
		// Deliveries are left out: a campaign would start the workflow once or more for each text.
		default: ['reply', 'unsubscribe'],
		description: 'Events that start the workflow. All other events are ignored.',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	filtersParameter(tracklyTrigger.filters),
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
					'Whether to accept requests without a signature. For tests only: anyone who knows the URL can then start this workflow, for example with a forged opt-out. The verified field of each item says whether its signature was checked.',
			},
		],
	},
];
