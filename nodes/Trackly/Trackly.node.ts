import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import {
	describeProperties,
	editorMethods,
	operationsWithoutCredential,
	resume,
	resumeWebhooks,
	runNode,
	subtitleOf,
	waitingNodeTooltip,
} from '../../kernel';
import { resources } from './operations';
import { pickers } from './pickers';
import { trackly } from './profile';
import { tracklySettings } from './settings';

/** The action node: everything it shows and does comes from the operations and pickers. */
export class Trackly implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Trackly SMS',
		name: 'trackly',
		icon: { light: 'file:trackly.svg', dark: 'file:trackly.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: subtitleOf(resources),
		description: 'Send SMS text messages, and manage contacts and campaigns in Trackly SMS',
		defaults: { name: 'Trackly SMS' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'tracklyApi',
				required: true,
				displayOptions: { hide: { operation: operationsWithoutCredential(resources) } },
			},
		],
		webhooks: resumeWebhooks,
		waitingNodeTooltip,
		builderHint: {
			searchHint:
				'Sends and manages SMS text messages with Trackly. For many recipients use Send Many (one request for 1,000 items), not Send in a loop. Before a campaign, use the safeguards Dry Run and Idempotency Key. To ask a person a question and wait for the answer, use Send and Wait for Response.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-trackly.tracklyTrigger',
					relationHint:
						'Starts a workflow when a contact replies or opts out, or a text is delivered',
				},
				{
					nodeType: 'n8n-nodes-base.splitInBatches',
					relationHint: 'Passes one item at a time to Send and Wait for Response',
				},
			],
		},
		properties: describeProperties(resources, 'message'),
	};

	methods = editorMethods(trackly, pickers, tracklySettings.operations);

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await resume(this);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, tracklySettings);
	}
}
