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
	operationsWithoutCredential,
	resume,
	resumeWebhooks,
	runNode,
	subtitleOf,
} from '../../kernel';
import {
	getClickImportColumns,
	getContactColumns,
	getMessageColumns,
	getPhoneColumns,
	getRawMessageColumns,
	getRevenueColumns,
	getRevenueImportColumns,
	getSendImportColumns,
} from './methods/columns';
import { getAudienceOptions } from './methods/getAudienceOptions';
import { getListOptions } from './methods/getListOptions';
import { searchAudiences } from './methods/searchAudiences';
import { searchOffers } from './methods/searchOffers';
import { searchCreatives } from './methods/searchCreatives';
import { searchListsById, searchListsByNumber } from './methods/searchLists';
import { searchSchedules } from './methods/searchSchedules';
import { resources } from './operations';
import { tracklySettings } from './settings';

/** The action node: everything it shows and does comes from the operations. */
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
		properties: describeProperties(resources, 'message'),
	};

	methods = {
		listSearch: {
			searchAudiences,
			searchCreatives,
			searchListsById,
			searchListsByNumber,
			searchOffers,
			searchSchedules,
		},
		loadOptions: { getAudienceOptions, getListOptions },
		resourceMapping: {
			getClickImportColumns,
			getContactColumns,
			getMessageColumns,
			getPhoneColumns,
			getRawMessageColumns,
			getRevenueColumns,
			getRevenueImportColumns,
			getSendImportColumns,
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await resume(this);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, tracklySettings);
	}
}
