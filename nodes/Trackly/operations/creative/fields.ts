import type { JsonObject } from '../../../../kernel/endpoint';
import { InputProblem } from '../../../../kernel/problem';
import { readText, type Reader } from '../../../../kernel/read';
import {
	objectField,
	optionsField,
	textField,
	type Field,
	type FieldLook,
} from '../../../../kernel/n8n/field';
import { rowsField } from '../../../../kernel/n8n/rows';
import { LINK_PLACEHOLDER } from '../../api/schemas';
import { offerIdField } from '../../fields/offer';

export const nameField = textField('name', {
	displayName: 'Name',
	required: true,
	placeholder: 'e.g. Sampler invite',
	description: 'What the creative is called in Trackly',
});

export const messageField = textField('message', {
	displayName: 'Text',
	required: true,
	typeOptions: { rows: 3 },
	placeholder: 'e.g. The spring sampler is here {{link1}}',
	description:
		'The template, with a placeholder such as {{link1}} for each link. At most 1,600 characters.',
});

/** The name of a placeholder, also when given with its braces. */
const readKey: Reader<string | undefined> = (raw, label, scope) => {
	const key = readText(raw, label, scope)?.replace(/[\s{}]/g, '');
	if (key !== undefined) return key;
	throw new InputProblem(label, 'missing_offer_link_key', 'is empty');
};

const keyField: Field<'key', string | undefined> = {
	...textField('key', {
		displayName: 'Placeholder',
		default: 'link1',
		required: true,
		placeholder: 'e.g. link1',
		description: 'Name of the placeholder in the text, without braces',
	}),
	read: readKey,
};

export const offerLinksField = rowsField(
	'offerLinks',
	{
		displayName: 'Offer Links',
		placeholder: 'Add link',
		rowName: 'Offer Link',
		description: 'Where each placeholder of the text leads to',
	},
	[
		keyField,
		offerIdField({ description: 'The offer that the link leads to' }),
		textField('url', {
			displayName: 'URL',
			placeholder: 'e.g. https://example.com/teas',
			description: "Web address to use instead of the offer's own",
		}),
		objectField('urlParams', {
			displayName: 'URL Parameters',
			placeholder: 'e.g. {"sub1": "club"}',
			description: 'Query parameters to add to the web address, as a JSON object',
		}),
	],
);

/** The state of a creative; which ones there are differs. */
export const statusField = (options: FieldLook['options']) =>
	optionsField('status', {
		displayName: 'Status',
		default: 'active',
		description: 'The state that the creative is in from then on',
		options,
	});

export const creativeTypeField = optionsField('creativeType', {
	displayName: 'Type',
	default: 'automated',
	description: 'What the creative is for',
	options: [
		{ name: 'Automated', value: 'automated' },
		{ name: 'One Time', value: 'one_time' },
		{ name: 'Welcome', value: 'welcome' },
	],
});

interface CreativeValues {
	name?: string;
	message?: string;
	offerLinks?: Array<{ key?: string; offerId: string; url?: string; urlParams?: JsonObject }>;
	status?: string;
	creativeType?: string;
}

/**
 * The values under the API's names (contract: CreativeCreate, CreativeUpdate).
 *
 * @throws InputProblem when the text has no placeholder, or one that leads nowhere
 */
export function creativeBody(values: CreativeValues): JsonObject {
	const { message, offerLinks } = values;
	if (message !== undefined)
		checkPlaceholders(
			message,
			offerLinks?.map(({ key }) => key),
		);
	return {
		name: values.name,
		message,
		offer_links: offerLinks?.map(({ key, offerId, url, urlParams }) => ({
			key,
			offer_id: offerId,
			url: url?.trim(),
			url_params:
				urlParams === undefined || Object.keys(urlParams).length === 0 ? undefined : urlParams,
		})),
		status: values.status,
		creative_type: values.creativeType,
	};
}

function checkPlaceholders(message: string, keys: Array<string | undefined> | undefined): void {
	const used = [...message.matchAll(LINK_PLACEHOLDER)].map(([, name]) => name);
	if (used.length === 0) {
		throw new InputProblem(
			messageField.property.displayName,
			'missing_link_placeholder',
			'has no placeholder for a link, e.g. {{link1}}',
		);
	}
	const missing = keys === undefined ? undefined : used.find((name) => !keys.includes(name));
	if (missing === undefined) return;
	throw new InputProblem(
		offerLinksField.property.displayName,
		'missing_offer_links_for_placeholders',
		`has no entry for ${missing}`,
	);
}
