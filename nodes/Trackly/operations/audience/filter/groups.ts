import { type FieldOptions, optionsField, rowsField } from '../../../../../kernel';
import { conditionsField } from './conditions';

/** How the conditions and groups of a group are joined. */
export function matchField<Name extends string>(name: Name, look: Partial<FieldOptions> = {}) {
	return optionsField(name, {
		displayName: 'Match',
		default: 'AND',
		description: 'How many of the conditions and groups a contact must match',
		options: [
			{ name: 'All (AND)', value: 'AND' },
			{ name: 'Any (OR)', value: 'OR' },
		],
		...look,
	});
}

const innermostFields = [matchField('operator'), conditionsField('conditions')] as const;

/** A group that can hold groups: n8n draws a form inside a form, so the depth must end somewhere. */
export const groupFields = [
	...innermostFields,
	rowsField(
		'groups',
		{
			displayName: 'Groups',
			placeholder: 'Add group',
			rowName: 'Group',
			description: 'Groups inside this group. For deeper groups, enter the filter as JSON.',
		},
		innermostFields,
	),
] as const;
