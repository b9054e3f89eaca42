import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { answer } from './trigger/answer';
import { parameters } from './trigger/parameters';

const WHILE_BUILDING =
	'<b>While building your workflow</b>, add the Test URL to Trackly under Settings > Webhooks, click the listen button, then answer one of your texts: the event shows up in this editor. Requests whose signature does not match the Webhook Signing Secret of the credential are refused and show up nowhere. If Trackly gives the test endpoint a secret of its own, add it to the credential, separated by a comma.';

/** Starts a workflow when Trackly reports a delivery, a reply or an opt-out. */
export class TracklyTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Trackly Trigger',
		name: 'tracklyTrigger',
		icon: { light: 'file:trackly.svg', dark: 'file:trackly.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when a text is delivered, answered or opted out of',
		eventTriggerDescription: 'Waiting for Trackly to call the Test URL',
		activationMessage:
			'Your workflow now starts when Trackly posts an event to the Production URL of this node.',
		defaults: { name: 'Trackly Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'tracklyApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// n8n would answer with the name of its default, "firstEntryJson".
				responseData: 'noData',
				path: 'webhook',
			},
		],
		triggerPanel: {
			header: 'Receive an event from Trackly',
			executionsHelp: {
				inactive: `${WHILE_BUILDING}<br /> <br /><b>Once you're happy with your workflow</b>, publish it and add the Production URL to Trackly. Then every event starts it. These executions show up in the executions list, but not in the editor.`,
				active: `${WHILE_BUILDING}<br /> <br /><b>Your workflow also runs by itself</b>, since it is published: every event that Trackly posts to the Production URL starts it. These executions show up in the <a data-key="executions">executions list</a>, but not in the editor.`,
			},
			activationHint:
				"Once you've finished building your workflow, publish it to receive events at the Production URL too (you just won't see those executions here).",
		},
		sensitiveOutputFields: ['headers.authorization', 'headers.cookie'],
		properties: parameters,
	};

	// Endpoints are set up by hand in Trackly, so there is nothing to look for, make or remove.
	webhookMethods = {
		default: {
			async checkExists(): Promise<boolean> {
				return true;
			},
			async create(): Promise<boolean> {
				return true;
			},
			async delete(): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answer(this);
	}
}
