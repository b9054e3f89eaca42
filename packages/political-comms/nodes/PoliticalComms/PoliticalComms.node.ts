import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import {
	describeProperties,
	editorMethods,
	requestSettings,
	runNode,
	subtitleOf,
} from '../../../../kernel';
import { rateLimit } from './api/rateLimit';
import { resources } from './operations';
import { pickers } from './pickers';
import { politicalComms } from './profile';
import { politicalCommsSettings } from './settings';

/** The action node: everything it shows and does comes from the operations and pickers. */
export class PoliticalComms implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Political Comms',
		name: 'politicalComms',
		icon: { light: 'file:politicalComms.svg', dark: 'file:politicalComms.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: subtitleOf(resources),
		description: 'Text voters and supporters with Political Comms, and answer their replies',
		defaults: { name: 'Political Comms' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'politicalCommsApi', required: true }],
		properties: [...describeProperties(resources, 'project'), requestSettings(rateLimit)],
	};

	methods = editorMethods(politicalComms, pickers, politicalCommsSettings.operations);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, politicalCommsSettings);
	}
}
