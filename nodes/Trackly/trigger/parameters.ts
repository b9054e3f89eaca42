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
				description: 'The node adds its URL to your Trackly account and removes it again',
			},
			{
				name: 'Manual',
				value: 'byHand',
				description: 'You add the URL in Trackly yourself',
			},
		],
		default: 'automatic',
		description: 'How Trackly gets to know the URL of this node',
	},
	{
		displayName:
			'The node registers itself in Trackly when you publish the workflow, with its own signing secret, and removes itself when you unpublish it. If your Trackly account does not offer this, the workflow is published all the same: add the Production URL (under <b>Webhook URLs</b> at the top) in Trackly under <b>Settings > Webhooks</b>, and paste the signing secret of that endpoint into <b>Webhook Signing Secret</b> of the credential.',
		name: 'automaticNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['automatic'] } },
	},
	{
		displayName:
			'To receive events: <b>1.</b> Copy the Production URL (under <b>Webhook URLs</b> at the top) into Trackly under <b>Settings > Webhooks</b>. <b>2.</b> Paste the signing secret of that endpoint into <b>Webhook Signing Secret</b> of the credential. Without it, all requests are refused.',
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
					'Signed events of any other kind, as they came. They are not registered automatically.',
			},
		],
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
					'Whether to accept requests without a signature. For first tests only: anyone who knows the URL can then start this workflow and, for example, forge a reply or an opt-out. Each item says in "verified" whether its signature was checked.',
			},
		],
	},
];
