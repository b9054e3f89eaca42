import { locatorField } from '../../../kernel';
import { ID_VALIDATION, requiredId } from './id';

/** Picker of an audience whose value is the audience's id. */
export function audienceIdField(description: string) {
	return locatorField(
		'audienceId',
		{
			displayName: 'Audience',
			required: true,
			description,
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Select an audience...',
					typeOptions: { searchListMethod: 'searchAudiences', searchable: true },
				},
				{
					displayName: 'By ID',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. 66b0c61fe19a3f7708d5b1c9',
					validation: ID_VALIDATION,
				},
			],
		},
		requiredId('audience'),
	);
}
