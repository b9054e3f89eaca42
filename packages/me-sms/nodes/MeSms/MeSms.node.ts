import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { describeProperties, editorMethods, runNode, subtitleOf } from '../../../../kernel';
import { testKey } from './api/testKey';
import { resources } from './operations';
import { pickers } from './pickers';
import { meSms } from './profile';
import { meSmsSettings } from './settings';

/** The action node: everything it shows and does comes from the operations and pickers. */
export class MeSms implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ME-SMS',
		name: 'meSms',
		icon: { light: 'file:meSms.svg', dark: 'file:meSms.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: subtitleOf(resources),
		description: 'Text Thai mobile numbers with ME-SMS, and follow the delivery of each',
		defaults: { name: 'ME-SMS' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'meSmsApi', required: true, testedBy: 'testKey' }],
		properties: describeProperties(resources, 'message'),
	};

	methods = {
		...editorMethods(meSms, pickers, meSmsSettings.operations),
		credentialTest: { testKey },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, meSmsSettings);
	}
}
