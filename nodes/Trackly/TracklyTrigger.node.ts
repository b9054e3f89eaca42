import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { editorMethods } from '../../kernel';
import { eventPanel, eventWebhooks, respond } from '../../kernel/trigger';
import { triggerPickers } from './pickers';
import { trackly } from './profile';
import { parameters } from './trigger/parameters';
import { isRegistered, register, unregister } from './trigger/registration';
import { tracklyTrigger } from './trigger/trigger';

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
		webhooks: eventWebhooks,
		builderHint: {
			searchHint:
				'Starts a workflow when a contact replies to an SMS or opts out, or when the delivery status of a text changes. The Delivery event starts the workflow at least once for each text.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-trackly.trackly', relationHint: 'Answers the reply with an SMS' },
			],
		},
		triggerPanel: eventPanel(tracklyTrigger, {
			whileBuilding:
				'click <b>Execute step</b>, then reply to one of your texts. The event appears in the editor. With Webhook Registration set to Manual, first add the Test URL (under <b>Webhook URLs</b> at the top) in Trackly under Settings > Webhooks. Then add the signing secret of that endpoint to the credential, separated by a comma.',
			beforeLive:
				'With Manual registration, first add the Production URL (under <b>Webhook URLs</b> at the top) in Trackly.',
		}),
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
