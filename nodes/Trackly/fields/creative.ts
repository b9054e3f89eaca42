import { locatorField } from '../../../kernel';
import { ID_VALIDATION, requiredId } from './id';

/** Picker of a creative whose value is the creative's id. */
export function creativeIdField(description: string) {
	return locatorField(
		'creativeId',
		{
			displayName: 'Creative',
			required: true,
			description,
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Select a creative...',
					typeOptions: { searchListMethod: 'searchCreatives', searchable: true },
				},
				{
					displayName: 'By ID',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. 318',
					validation: ID_VALIDATION,
				},
			],
		},
		requiredId('creative'),
	);
}
