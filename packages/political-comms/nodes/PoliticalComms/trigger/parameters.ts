import type { INodeProperties } from 'n8n-workflow';

import { filtersParameter, OTHER_EVENTS } from '../../../../../kernel/trigger';
import { politicalCommsTrigger } from './trigger';

/** Parameters of the Political Comms Trigger, in the order of the editor. */
export const parameters: INodeProperties[] = [
	{
		displayName:
			'To receive events: <b>1.</b> In Political Comms under <b>Admin > Webhooks</b>, add an endpoint with the Production URL (under <b>Webhook URLs</b> at the top), which must begin with https:// and have a real certificate. <b>2.</b> Tick the events that you pick here. <b>3.</b> Paste its signing secret, which is shown once, into <b>Webhook Signing Secret</b> of the credential. The Test URL is an endpoint of its own with a secret of its own: put each secret on its own line or separate them with commas. Without a secret, all requests are refused.',
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
		options: [
			...politicalCommsTrigger.events.map(({ kind, name, description }) => ({
				name,
				value: kind,
				description,
			})),
			{
				name: 'Other Events',
				value: OTHER_EVENTS,
				description: 'Signed events of any other kind, as they came',
			},
		],
		// Deliveries are left out: a project would start the workflow for each of its texts.
		default: ['message.replied'],
		description:
			'What starts the workflow. Other events are confirmed to Political Comms and ignored.',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	filtersParameter(politicalCommsTrigger.filters),
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
					'Whether to accept requests without a signature. For first tests only: anyone who knows the URL can then start this workflow and, for example, forge a reply. Each item says in "verified" whether its signature was checked.',
			},
			{
				displayName: 'Drop Repeats',
				name: 'dropRepeats',
				type: 'boolean',
				default: true,
				description:
					'Whether to ignore an event that this n8n process has taken before. After a restart, or with several processes, a repeat can still pass: a Remove Duplicates node by "event_id" catches it.',
			},
		],
	},
];
