import { type Field, type FieldOptions, optionsField, rowsField } from '../../../../../kernel';
import { conditionListField, countParts, timeParts } from './exactParts';
import {
	carrierParts,
	customFieldParts,
	hasRevenueField,
	onDncField,
	revenueParts,
	timezoneParts,
	validationParts,
} from './looseParts';

const typeField: Field<'type'> = {
	...optionsField('type', {
		displayName: 'Type',
		default: 'time',
		description: 'What the condition is about',
		options: [
			{ name: 'Carrier', value: 'carrier', description: 'The network of the phone number' },
			{ name: 'Count', value: 'count', description: 'How many clicks or texts' },
			{ name: 'Custom Field', value: 'custom_field', description: "A field of the contact's own" },
			{
				name: 'Do Not Call',
				value: 'do_not_call',
				description: 'Whether the contact is on the Do Not Call list',
			},
			{
				name: 'Phone Validation',
				value: 'phone_validation',
				description: 'What the lookup of the number found',
			},
			{ name: 'Revenue', value: 'revenue', description: 'What the contact has bought' },
			{
				name: 'Time',
				value: 'time',
				description: 'When the contact clicked, signed up or was texted',
			},
			{ name: 'Time Zone', value: 'timezone', description: 'Where the contact lives' },
		],
	}),
	read: (raw) => raw,
};

const conditionFields = [
	typeField,
	...timeParts,
	...countParts,
	...customFieldParts,
	...carrierParts,
	...timezoneParts,
	...revenueParts,
	hasRevenueField,
	...validationParts,
	onDncField,
	conditionListField,
] as const;

/** Conditions, each with the fields, operators and values of its type. */
export function conditionsField<Name extends string>(name: Name, look: Partial<FieldOptions> = {}) {
	return rowsField(
		name,
		{
			displayName: 'Conditions',
			placeholder: 'Add condition',
			rowName: 'Condition',
			description: 'What must hold for a contact',
			...look,
		},
		conditionFields,
	);
}
