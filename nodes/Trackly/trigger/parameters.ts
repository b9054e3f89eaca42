import type { INodeProperties } from 'n8n-workflow';

import { eventParameters } from '../../../kernel/trigger';
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
	...eventParameters(tracklyTrigger, {
		// Deliveries are left out: a campaign would start the workflow once or more for each text.
		picked: ['reply', 'unsubscribe'],
		others: 'All other signed events, with unchanged data. They are not registered automatically.',
		forged: 'a forged opt-out',
	}),
];
