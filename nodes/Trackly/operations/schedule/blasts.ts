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
			'Text of the variant, with a placeholder such as {{link1}} for each link. At most 1,600 characters.',
	},
	'link1',
);

const percentField = numberField('percentAudience', {
	displayName: 'Percent of Audience',
	default: 100,
	required: true,
	typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
	description: 'Share of the audience that receives this variant. All variants must add up to 100.',
});

/** How the editor heads a variant: "Short (40%)", or "Variant 2 (60%)" without a name. */
const VARIANT_TITLE =
	'={{ ($collection.item.value.variantName || "Variant " + ($collection.item.index + 1)) + " (" + $collection.item.value.percentAudience + "%)" }}';

/** The texts that share the audience of a schedule. */
export const blastsField = rowsField(
	'blasts',
	{
		displayName: 'Variants',
		placeholder: 'Add variant',
		rowName: 'Variant',
		description:
			'The text to send, or several texts that share the audience. Each contact receives one of them.',
		typeOptions: { fixedCollection: { itemTitle: VARIANT_TITLE } },
	},
	[
		messageField,
		messageNotice,
		percentField,
		textField('variantName', {
			displayName: 'Variant Name',
			placeholder: 'e.g. Short',
			description: 'Name of the variant in Trackly',
		}),
		offerLinksField,
		textField('mmsImageUrl', {
			displayName: 'MMS Image URL',
			placeholder: 'e.g. https://example.com/sampler.jpg',
			description: 'URL of a picture to send with an MMS',
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
		const empty = (
			field: typeof messageField | typeof percentField,
			code: string,
			advice: string,
		) => new InputError(`${place}${field.property.displayName}`, code, 'is empty', advice);
		if (message === undefined) {
			throw empty(messageField, 'missing_blast_message', 'Write its text, or remove the variant.');
		}
		if (percentAudience === undefined) {
			throw empty(percentField, 'invalid_blast_percent', 'Enter a percentage from 0 to 100.');
		}
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
		`the percentages add up to ${sum / 100}, not to 100`,
		`Change ${percentField.property.displayName} of the variants until they add up to 100.`,
	);
}
