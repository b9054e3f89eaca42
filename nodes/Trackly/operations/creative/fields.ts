import {
	explainedMessageText,
	type FieldOptions,
	InputError,
	type JsonObject,
	optionsField,
	textField,
	type ValuesOf,
} from '../../../../kernel';
import {
	checkOfferLinks,
	linkPlaceholders,
	offerLinksBody,
	type offerLinksField,
} from '../../fields/offerLinks';

export const nameField = textField('name', {
	displayName: 'Name',
	required: true,
	placeholder: 'e.g. Sampler invite',
	description: 'Name of the creative in Trackly',
});

export const [messageField, messageNotice] = explainedMessageText(
	'message',
	{
		displayName: 'Text',
		required: true,
		typeOptions: { rows: 3 },
		placeholder: 'e.g. The spring sampler is here {{link1}}',
		description:
			'The message template with a placeholder such as {{link1}} for each link. At most 1,600 characters.',
	},
	'link1',
);

/** The state of a creative; which ones there are differs. */
export const statusField = (options: FieldOptions['options']) =>
	optionsField('status', {
		displayName: 'Status',
		default: 'active',
		description: 'Status of the creative',
		options,
	});

export const creativeTypeField = optionsField('creativeType', {
	displayName: 'Type',
	default: 'automated',
	description: 'Purpose of the creative',
	options: [
		{ name: 'Automated', value: 'automated' },
		{ name: 'One Time', value: 'one_time' },
		{ name: 'Welcome', value: 'welcome' },
	],
});

type CreativeValues = Partial<
	ValuesOf<
		[
			typeof nameField,
			typeof messageField,
			typeof offerLinksField,
			ReturnType<typeof statusField>,
			typeof creativeTypeField,
		]
	>
>;

/**
 * The values under the API's names (contract: CreativeCreate, CreativeUpdate).
 *
 * @throws InputError when the text has no placeholder, or does not fit the links that are given
 */
export function creativeBody(values: CreativeValues): JsonObject {
	const { message, offerLinks } = values;
	if (message !== undefined) {
		checkMessage(message);
		if (offerLinks !== undefined) checkOfferLinks(message, offerLinks);
	}
	return {
		name: values.name,
		message,
		offer_links: offerLinksBody(offerLinks),
		status: values.status,
		creative_type: values.creativeType,
	};
}

function checkMessage(message: string): void {
	if (linkPlaceholders(message).length > 0) return;
	throw new InputError(
		messageField.property.displayName,
		'missing_link_placeholder',
		'has no placeholder for a link, e.g. {{link1}}',
	);
}
