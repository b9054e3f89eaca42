import {
	booleanField,
	type FieldOptions,
	type JsonObject,
	numberField,
	optionsField,
	textField,
	type ValuesOf,
} from '../../../../kernel';
import { metadataField } from './metadata';

export const nameField = textField('name', {
	displayName: 'Name',
	required: true,
	placeholder: 'e.g. Spring sampler',
	description: 'Name of the offer in Trackly',
});

export const trackingUrlField = textField('trackingUrl', {
	displayName: 'Tracking URL',
	required: true,
	placeholder: 'e.g. https://go.example.net/c?o=77',
	description: 'The URL that the offer leads to. It can contain macros such as {{sendId}}.',
});

/** The state of an offer; which ones there are differs. */
export const statusField = (options: FieldOptions['options']) =>
	optionsField('status', {
		displayName: 'Status',
		default: 'active',
		description: 'Status of the offer',
		options,
	});

/** What can be said of an offer besides its name, address and state. */
export const detailFields = [
	textField('advertiserId', {
		displayName: 'Advertiser ID',
		placeholder: 'e.g. adv_12',
		description: 'ID of the advertiser on the affiliate platform',
	}),
	textField('externalId', {
		displayName: 'External ID',
		placeholder: 'e.g. 77',
		description: 'ID of the offer on the affiliate platform',
	}),
	optionsField('externalPlatform', {
		displayName: 'External Platform',
		default: 'everflow',
		description: 'The affiliate platform that the offer comes from',
		options: [
			{ name: 'Everflow', value: 'everflow' },
			{ name: 'None', value: 'none' },
			{ name: 'TUNE', value: 'tune' },
		],
	}),
	booleanField('filterBots', {
		displayName: 'Filter Bots',
		description: 'Whether to ignore clicks by bots',
	}),
	metadataField,
	numberField('payout', {
		displayName: 'Payout',
		typeOptions: { numberPrecision: 4 },
		description: 'Amount paid for one sale or click',
	}),
	optionsField('payoutType', {
		displayName: 'Payout Type',
		default: 'cpa',
		description: 'What the payout is for',
		options: [
			{ name: 'CPA', value: 'cpa', description: 'Paid per sale or other action' },
			{ name: 'CPC', value: 'cpc', description: 'Paid per click' },
		],
	}),
] as const;

type OfferValues = Partial<
	ValuesOf<
		[
			typeof nameField,
			typeof trackingUrlField,
			...typeof detailFields,
			ReturnType<typeof statusField>,
		]
	>
>;

/** The values under the API's names (contract: OfferCreate, OfferUpdate). */
export function offerBody(values: OfferValues): JsonObject {
	const { externalPlatform } = values;
	return {
		name: values.name,
		tracking_url: values.trackingUrl?.trim(),
		advertiser_id: values.advertiserId,
		external_id: values.externalId,
		external_platform: externalPlatform === 'none' ? null : externalPlatform,
		filter_bots: values.filterBots,
		metadata: values.metadata,
		payout: values.payout,
		payout_type: values.payoutType,
		status: values.status,
	};
}
