import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { editorMethods } from '../../../../kernel';
import { checkFilters, eventPanel, eventWebhooks, respond } from '../../../../kernel/trigger';
import { triggerPickers } from './pickers';
import { politicalComms } from './profile';
import { parameters } from './trigger/parameters';
import { politicalCommsTrigger } from './trigger/trigger';

/** Starts a workflow when Political Comms reports a reply, a click or a delivery. */
export class PoliticalCommsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Political Comms Trigger',
		name: 'politicalCommsTrigger',
		icon: { light: 'file:politicalComms.svg', dark: 'file:politicalComms.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when a contact replies or opens a link, or a text is sent, delivered or failed',
		eventTriggerDescription: 'Waiting for Political Comms to call the Test URL',
		activationMessage:
			'Your workflow now starts when Political Comms posts an event to the Production URL of this node. Add that URL in Political Comms under Admin > Webhooks, if you have not yet.',
		defaults: { name: 'Political Comms Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'politicalCommsApi', required: true }],
		webhooks: eventWebhooks,
		triggerPanel: eventPanel(politicalCommsTrigger, {
			whileBuilding:
				'add the Test URL (under <b>Webhook URLs</b> at the top) in Political Comms under Admin > Webhooks, and the signing secret of that endpoint to the credential. Then click <b>Execute step</b> and use the test button there. The event appears in the editor.',
			beforeLive:
				'First add the Production URL (under <b>Webhook URLs</b> at the top) in Political Comms.',
		}),
		sensitiveOutputFields: ['headers.authorization', 'headers.cookie'],
		properties: parameters,
	};

	methods = editorMethods(politicalComms, triggerPickers);

	/** The API has no call for endpoints: nothing is made or removed, only filters are checked. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				await checkFilters(this, politicalCommsTrigger.filters, {});
				return true;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await respond(this, politicalCommsTrigger);
	}
}
