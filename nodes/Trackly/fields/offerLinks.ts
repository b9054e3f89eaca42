import {
	type Field,
	InputError,
	type JsonObject,
	objectField,
	type Reader,
	readText,
	required,
	rowsField,
	textField,
	type ValuesOf,
} from '../../../kernel';
import { LINK_PLACEHOLDER } from '../api/linkPlaceholder';
import { offerIdField } from './offer';

/** The name of a placeholder, with or without its braces. */
const readKey: Reader<string | undefined> = (raw, label, scope) =>
	readText(raw, label, scope)?.replace(/[\s{}]/g, '');

const key: Field<'key', string | undefined> = {
	...textField('key', {
		displayName: 'Placeholder',
		default: 'link1',
		placeholder: 'e.g. link1',
		description: 'Name of the placeholder in the text, without the braces',
	}),
	read: readKey,
};

/** How the editor heads a link: by the name of its placeholder. */
const LINK_TITLE = '={{ $collection.item.value.key }}';

/** Where the placeholders of a text lead to. */
export const offerLinksField = rowsField(
	'offerLinks',
	{
		displayName: 'Offer Links',
		placeholder: 'Add link',
		rowName: 'Offer Link',
		description: 'Destination of each link placeholder in the text',
		typeOptions: { fixedCollection: { itemTitle: LINK_TITLE } },
	},
	[
		required(key, 'missing_offer_link_key'),
		offerIdField('The offer that the link leads to'),
		textField('url', {
			displayName: 'URL',
			placeholder: 'e.g. https://example.com/teas',
			description: "URL to use instead of the offer's URL",
		}),
		objectField('urlParams', {
			displayName: 'URL Parameters',
			placeholder: 'e.g. {"sub1": "club"}',
			description: 'Query parameters to add to the URL, as a JSON object',
		}),
	],
);

/** A row of Offer Links. */
export type OfferLinkValues = NonNullable<ValuesOf<[typeof offerLinksField]>['offerLinks']>[number];

/** The links under the API's names (contract: OfferLinkInput). */
export function offerLinksBody(links: OfferLinkValues[] | undefined): JsonObject[] | undefined {
	return links?.map(({ key, offerId, url, urlParams = {} }) => ({
		key,
		offer_id: offerId,
		url: url?.trim(),
		url_params: Object.keys(urlParams).length === 0 ? undefined : urlParams,
	}));
}

/** Names of the link placeholders in a text. */
export function linkPlaceholders(message: string): string[] {
	return [...message.matchAll(LINK_PLACEHOLDER)].map(([, name]) => name);
}

/**
 * Sees that each placeholder of a text has one link, and each link a placeholder.
 *
 * @param place in front of the label, where there are several texts
 * @throws InputError `missing_offer_links_for_placeholders`, `invalid_offer_links`
 */
export function checkOfferLinks(message: string, links: OfferLinkValues[], place = ''): void {
	const label = `${place}${offerLinksField.property.displayName}`;
	const used = linkPlaceholders(message);
	const keys = links.map(({ key }) => key);
	const missing = used.find((name) => !keys.includes(name));
	if (missing !== undefined) {
		throw new InputError(
			label,
			'missing_offer_links_for_placeholders',
			`has no entry for ${missing}`,
			`Add an offer link whose Placeholder is ${missing}, or remove {{${missing}}} from the text.`,
		);
	}
	const unused = keys.find((key) => !used.includes(key));
	if (unused !== undefined) {
		const wrong = `has an entry for ${unused}, but the text has no {{${unused}}}`;
		throw new InputError(
			label,
			'invalid_offer_links',
			wrong,
			`Write {{${unused}}} in the text where the link belongs, or remove this offer link.`,
		);
	}
	const repeated = keys.find((key, index) => keys.indexOf(key) !== index);
	if (repeated === undefined) return;
	throw new InputError(
		label,
		'invalid_offer_links',
		`has more than one entry for ${repeated}`,
		`Keep one offer link for ${repeated}, and name the others after their placeholders.`,
	);
}
