import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { editorMethods } from '../../kernel';
import { respond } from '../../kernel/trigger';
import { triggerPickers } from './pickers';
import { trackly } from './profile';
import { parameters } from './trigger/parameters';
import { isRegistered, register, unregister } from './trigger/registration';
import { tracklyTrigger } from './trigger/trigger';

const WHILE_BUILDING =
	'<b>While building your workflow</b>, click <b>Execute step</b>, then reply to one of your texts. The event appears in the editor. With Webhook Registration set to Manual, first add the Test URL (under <b>Webhook URLs</b> at the top) in Trackly under Settings > Webhooks. Then add the signing secret of that endpoint to the credential, separated by a comma. Requests with a wrong signature are rejected and do not appear here.';

/** Starts a workflow when Trackly reports a reply, an opt-out or a delivery. */
export class TracklyTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Trackly SMS Trigger',
		name: 'tracklyTrigger',
		icon: { light: 'file:trackly.svg', dark: 'file:trackly.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when a contact replies or opts out, or a text is delivered',
		eventTriggerDescription: 'Waiting for Trackly to call the Test URL',
		activationMessage:
			'Your workflow now starts when Trackly posts an event to the Production URL of this node (under Webhook URLs at the top).',
		defaults: { name: 'Trackly SMS Trigger' },
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
		builderHint: {
			searchHint:
				'Starts a workflow when a contact replies to an SMS or opts out, or when the delivery status of a text changes. The Delivery event starts the workflow at least once for each text.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-trackly.trackly', relationHint: 'Answers the reply with an SMS' },
			],
		},
		triggerPanel: {
			header: 'Receive an event from Trackly',
			executionsHelp: {
				inactive: `${WHILE_BUILDING}<br /> <br /><b>When your workflow is ready</b>, publish it. Then every event starts it. With Manual registration, first add the Production URL (under <b>Webhook URLs</b> at the top) in Trackly. These executions appear in the executions list, but not in the editor.`,
				active: `${WHILE_BUILDING}<br /> <br /><b>Your workflow also runs automatically</b>, because it is published: every event that Trackly posts to the Production URL (under <b>Webhook URLs</b> at the top) starts it. These executions appear in the <a data-key="executions">executions list</a>, but not in the editor.`,
			},
			activationHint:
				'When your workflow is ready, publish it to receive events at the Production URL (under Webhook URLs at the top). These executions do not appear here.',
		},
		sensitiveOutputFields: ['headers.authorization', 'headers.cookie'],
		properties: parameters,
	};

	methods = editorMethods(trackly, triggerPickers);

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await register(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unregister(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await respond(this, tracklyTrigger);
	}
}
