import type { INodeProperties } from 'n8n-workflow';

import { eventParameters } from '../../../../../kernel/trigger';
import { politicalCommsTrigger } from './trigger';

/** Parameters of the Political Comms Trigger, in the order of the editor. */
export const parameters: INodeProperties[] = [
	{
		displayName:
			'To receive events: <b>1.</b> In Political Comms under <b>Admin > Webhooks</b>, add an endpoint with the Production URL (under <b>Webhook URLs</b> at the top), which must begin with https:// and have a real certificate. <b>2.</b> Tick the events that you pick here. <b>3.</b> Paste its signing secret, which is shown once, into <b>Webhook Signing Secret</b> of the credential. The Test URL is a second endpoint with another secret: put each secret on a separate line, or separate them with commas. Without a secret, all requests are rejected.',
		name: 'registrationNotice',
		type: 'notice',
		default: '',
	},
	...eventParameters(politicalCommsTrigger, {
		// Deliveries are left out: a project would start the workflow for each of its texts.
		picked: ['message.replied'],
		others: 'All other signed events, with unchanged data',
		forged: 'a forged reply',
		options: [
			{
				displayName: 'Drop Repeats',
				name: 'dropRepeats',
				type: 'boolean',
				default: true,
				description:
					'Whether to ignore an event that this n8n process has taken before. After a restart, or with several processes, a repeat can still pass: a Remove Duplicates node by "eventId" catches it.',
			},
		],
	}),
];
