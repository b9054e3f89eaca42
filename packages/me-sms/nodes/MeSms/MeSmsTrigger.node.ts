import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { poll } from '../../../../kernel/poll';
import { testKey } from './api/testKey';
import { parameters } from './trigger/parameters';
import { meSmsTrigger } from './trigger/trigger';

/** Starts a workflow when numbers or messages reach a final state, or the account changes. */
export class MeSmsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ME-SMS Trigger',
		name: 'meSmsTrigger',
		icon: { light: 'file:meSms.svg', dark: 'file:meSms.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when a text is delivered or fails, a message is complete, or credits run low',
		defaults: { name: 'ME-SMS Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'meSmsApi', required: true, testedBy: 'testKey' }],
		builderHint: {
			searchHint:
				'Starts a workflow with the delivery state of each number of an SMS, when a message is complete, or when the credit balance is low. Each event comes at least once.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-me-sms.meSms', relationHint: 'Sends the messages to watch' },
				{
					nodeType: 'n8n-nodes-base.removeDuplicates',
					relationHint: 'Lets each event pass once, by eventId',
				},
			],
		},
		properties: parameters,
	};

	methods = { credentialTest: { testKey } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, meSmsTrigger);
	}
}
