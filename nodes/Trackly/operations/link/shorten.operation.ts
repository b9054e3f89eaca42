import {
	collectionField,
	defaultCountryField,
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
import { optionalId } from '../../fields/id';
import { offerIdField } from '../../fields/offer';
import { linkListField } from './list';

const linkTo = optionsField('linkTo', {
	displayName: 'Link To',
	default: 'url',
	description: 'What the link leads to',
	options: [
		{ name: 'Offer', value: 'offer', description: 'An SMS offer of the account' },
		{ name: 'URL', value: 'url', description: 'Any web address' },
	],
});

const url = textField('url', {
	displayName: 'URL',
	required: true,
	placeholder: 'e.g. https://example.com/teas/assam',
	description: 'The web address to shorten',
	displayOptions: { show: { linkTo: ['url'] } },
});

const { property: offerPicker } = offerIdField(
	'The offer that the link leads to. It must be active.',
	{
		displayOptions: { show: { linkTo: ['offer'] } },
	},
);
const offer = locatorField('offerId', offerPicker, optionalId('offer'));

const contactPhone = textField('contactPhone', {
	displayName: 'Contact Phone Number',
	placeholder: 'e.g. +12025550117',
	description: "Number of the recipient, which fills the macros in the offer's URL",
});

/** Makes a short link to a web address or an SMS offer (contract: shortenLink). */
export const shortenLink = perItem({
	resource: 'link',
	operation: 'shorten',
	name: 'Shorten',
	action: 'Shorten a link',
	description:
		'Make a short link to a web address or an SMS offer. The same input twice gives two links.',
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
					description: 'Your own keys and values to keep with the link, as a JSON object',
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
