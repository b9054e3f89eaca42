import {
	explainedMessageText,
	InputError,
	type JsonObject,
	numberField,
	rowsField,
	textField,
	type ValuesOf,
} from '../../../../kernel';
import { checkOfferLinks, offerLinksBody, offerLinksField } from '../../fields/offerLinks';

const [messageField, messageNotice] = explainedMessageText(
	'message',
	{
		displayName: 'Text',
		required: true,
		typeOptions: { rows: 3 },
		placeholder: 'e.g. Tonight at seven: {{link1}}',
		description:
			'The text of the variant, with a placeholder such as {{link1}} for each of its links, if it has any. At most 1,600 characters.',
	},
	'link1',
);

const percentField = numberField('percentAudience', {
	displayName: 'Percent of Audience',
	default: 100,
	required: true,
	typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
	description: 'Share of the audience that gets this variant. All of them sum to 100.',
});

/** The texts that share the audience of a schedule. */
export const blastsField = rowsField(
	'blasts',
	{
		displayName: 'Variants',
		placeholder: 'Add variant',
		rowName: 'Variant',
		description:
			'The text to send, or several that share the audience. Their percents sum to 100. Each contact gets one.',
	},
	[
		messageField,
		messageNotice,
		percentField,
		textField('variantName', {
			displayName: 'Variant Name',
			placeholder: 'e.g. Short',
			description: 'What the variant is called in Trackly',
		}),
		offerLinksField,
		textField('mmsImageUrl', {
			displayName: 'MMS Image URL',
			placeholder: 'e.g. https://example.com/sampler.jpg',
			description: 'Web address of a picture to send along, in an MMS',
		}),
	],
);

/** A row of Variants. */
export type BlastValues = Partial<NonNullable<ValuesOf<[typeof blastsField]>['blasts']>[number]>;

/** The variants under the API's names (contract: BlastInput). */
export function blastsBody(blasts: BlastValues[] | undefined): JsonObject[] | undefined {
	return blasts?.map(({ message, percentAudience, variantName, offerLinks, mmsImageUrl }) => ({
		message,
		percent_audience: percentAudience && hundredthsOf(percentAudience) / 100,
		variant_name: variantName,
		offer_links: offerLinksBody(offerLinks),
		mms_image_url: mmsImageUrl?.trim(),
	}));
}

/** A percentage as a whole number: hundredths have no exact sum in binary. */
function hundredthsOf(percent: number): number {
	return Math.round(percent * 100);
}

/**
 * Sees that each variant has a text that fits its links, and that the percents, as they are sent with
 * two decimals, sum to exactly 100 (contract: ScheduleCreate).
 *
 * @throws InputError `missing_blast_message`, `invalid_blast_percent` and those of offer links
 */
export function checkBlasts(blasts: BlastValues[]): void {
	blasts.forEach(({ message, percentAudience, offerLinks = [] }, index) => {
		const place = `Variant ${index + 1} > `;
		const empty = (field: typeof messageField | typeof percentField, code: string) =>
			new InputError(`${place}${field.property.displayName}`, code, 'is empty');
		if (message === undefined) throw empty(messageField, 'missing_blast_message');
		if (percentAudience === undefined) throw empty(percentField, 'invalid_blast_percent');
		checkOfferLinks(message, offerLinks, place);
	});
	const sum = blasts.reduce(
		(total, { percentAudience = 0 }) => total + hundredthsOf(percentAudience),
		0,
	);
	if (sum === 10_000) return;
	throw new InputError(
		blastsField.property.displayName,
		'invalid_blast_percent',
		`the percents, with two decimals, sum to ${sum / 100}, not to 100`,
	);
}
