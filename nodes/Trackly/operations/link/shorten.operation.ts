import {
	collectionField,
	defaultCountryField,
	idReader,
	perItem,
	InputError,
	locatorField,
	objectField,
	optionsField,
	textField,
} from '../../../../kernel';
import { parseKnownNumber } from '../../fields/knownNumber';
import { endpoints } from '../../api/endpoints';
import { inSnakeCase } from '../../api/snakeCase';
import { offerIdField } from '../../fields/offer';
import { linkListField } from './list';

const linkTo = optionsField('linkTo', {
	displayName: 'Link To',
	default: 'url',
	description: 'What the link leads to',
	options: [
		{ name: 'Offer', value: 'offer', description: 'An SMS offer in Trackly' },
		{ name: 'URL', value: 'url', description: 'Any URL' },
	],
});

const url = textField('url', {
	displayName: 'URL',
	required: true,
	placeholder: 'e.g. https://example.com/teas/assam',
	description: 'The URL to shorten',
	displayOptions: { show: { linkTo: ['url'] } },
});

const { property: offerPicker } = offerIdField(
	'The offer that the link leads to. It must be active.',
	{
		displayOptions: { show: { linkTo: ['offer'] } },
	},
);
const offer = locatorField('offerId', offerPicker, idReader('offer'));

const contactPhone = textField('contactPhone', {
	displayName: 'Contact Phone Number',
	placeholder: 'e.g. +12025550117',
	description: "Phone number of the recipient, for the macros in the offer's URL",
});

/** Makes a short link to a URL or an SMS offer (contract: shortenLink). */
export const shortenLink = perItem({
	resource: 'link',
	operation: 'shorten',
	name: 'Shorten',
	action: 'Shorten a link',
	description: 'Create a short link to a URL or an SMS offer. Every call creates a new link.',
	fields: [
		linkListField,
		linkTo,
		url,
		offer,
		collectionField(
			'additionalFields',
			{ displayName: 'Additional Fields', placeholder: 'Add field' },
			[
				contactPhone,
				defaultCountryField,
				objectField('metadata', {
					displayName: 'Metadata',
					placeholder: 'e.g. {"order": "1187"}',
					description: 'Custom keys and values to store with the link, as a JSON object',
				}),
			],
		),
	],
	request: ({ listNumber: theList, linkTo: target, url: address, offerId, additionalFields }) => {
		const { contactPhone: phone, defaultCountry } = additionalFields;
		const toOffer = target === 'offer';
		if ((toOffer ? offerId : address) === undefined) {
			const { displayName } = (toOffer ? offer : url).property;
			throw new InputError(displayName, 'missing_url_or_offer', 'is empty');
		}
		return {
			endpoint: endpoints.shortenLink,
			body: {
				...(toOffer ? { offerId } : { url: address?.trim() }),
				...theList,
				contactPhone:
					phone === undefined
						? undefined
						: parseKnownNumber(phone, defaultCountry, contactPhone.property.displayName),
				metadata: additionalFields.metadata,
			},
		};
	},
	output: inSnakeCase,
});
