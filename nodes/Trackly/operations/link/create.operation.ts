import { perItem, InputError, optionsField, textField } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { inSnakeCase } from '../../api/snakeCase';
import { linkListField } from './list';

const identifyOfferBy = optionsField('identifyOfferBy', {
	displayName: 'Identify Offer By',
	default: 'offerId',
	description: 'Which ID to identify the partnership offer by',
	options: [
		{
			name: 'External ID',
			value: 'externalOfferId',
			description: 'ID on the affiliate platform',
		},
		{ name: 'ID', value: 'offerId', description: 'ID in Trackly' },
	],
});

const offerId = textField('offerId', {
	displayName: 'Offer ID',
	required: true,
	placeholder: 'e.g. 66b0c4d2e19a3f7708d5b1f0',
	description: 'ID of the partnership offer that the link leads to',
	displayOptions: { show: { identifyOfferBy: ['offerId'] } },
});

const externalOfferId = textField('externalOfferId', {
	displayName: 'External Offer ID',
	required: true,
	placeholder: 'e.g. 77',
	description: 'ID of the partnership offer on its affiliate platform',
	displayOptions: { show: { identifyOfferBy: ['externalOfferId'] } },
});

/** Makes a tracked short link to a partnership offer (contract: createLink). */
export const createLink = perItem({
	resource: 'link',
	operation: 'create',
	name: 'Create',
	action: 'Create a link to a partnership offer',
	description: 'Create a tracked link to a partnership offer. Needs Offer Management in Trackly.',
	fields: [linkListField, identifyOfferBy, offerId, externalOfferId],
	request: ({ listNumber: theList, identifyOfferBy: by, ...ids }) => {
		const external = by === 'externalOfferId';
		const { displayName } = (external ? externalOfferId : offerId).property;
		const id = (external ? ids.externalOfferId : ids.offerId)?.trim();
		if (id === undefined) {
			const code = external ? 'missing_external_offer_id' : 'missing_offer_id';
			throw new InputError(displayName, code, 'is empty');
		}
		return {
			endpoint: endpoints.createLink,
			body: { [external ? 'externalOfferId' : 'offerId']: id, ...theList },
		};
	},
	// Here with its scheme, unlike in the response of Shorten (contract NOTES §2).
	output: ({ domain, ...link }) => ({
		...inSnakeCase(link),
		domain: typeof domain === 'string' ? domain.replace(/^https?:\/\//i, '') : domain,
	}),
});
