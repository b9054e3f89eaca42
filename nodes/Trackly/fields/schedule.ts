import { locatorField } from '../../../kernel';
import { ID_VALIDATION, requiredId } from './id';

/** Picker of a schedule whose value is the schedule's id. */
export function scheduleIdField(description: string) {
	return locatorField(
		'scheduleId',
		{
			displayName: 'Schedule',
			required: true,
			description,
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Select a schedule...',
					typeOptions: { searchListMethod: 'searchSchedules', searchable: true },
				},
				{
					displayName: 'By ID',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. 66b0c7a3e19a3f7708d5b1e2',
					validation: ID_VALIDATION,
				},
			],
		},
		requiredId('schedule'),
	);
}
