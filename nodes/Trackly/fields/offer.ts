import { type FieldOptions, locatorField } from '../../../kernel';
import { ID_VALIDATION, requiredId } from './id';

/** Picker of an offer whose value is the offer's id. */
export function offerIdField(look: Partial<FieldOptions> = {}) {
	return locatorField(
		'offerId',
		{
			displayName: 'Offer',
			required: true,
			description: 'The offer to work on',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Select an offer...',
					typeOptions: { searchListMethod: 'searchOffers', searchable: true },
				},
				{
					displayName: 'By ID',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. 66b0c4d2e19a3f7708d5b1a4',
					validation: ID_VALIDATION,
				},
			],
			...look,
		},
		requiredId('offer'),
	);
}
