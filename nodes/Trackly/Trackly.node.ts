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
		displayName: 'Trackly',
		name: 'trackly',
		icon: { light: 'file:trackly.svg', dark: 'file:trackly.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: subtitleOf(resources),
		description: 'Send text messages and manage contacts with Trackly SMS',
		defaults: { name: 'Trackly' },
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
