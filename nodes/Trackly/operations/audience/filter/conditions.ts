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
			{ name: 'Carrier', value: 'carrier', description: 'Network of the phone number' },
			{ name: 'Count', value: 'count', description: 'Number of clicks or texts' },
			{ name: 'Custom Field', value: 'custom_field', description: 'A custom field of the contact' },
			{
				name: 'Do Not Call',
				value: 'do_not_call',
				description: 'Whether the contact is on the Do Not Call list',
			},
			{
				name: 'Phone Validation',
				value: 'phone_validation',
				description: 'Result of the lookup of the phone number',
			},
			{ name: 'Revenue', value: 'revenue', description: 'Purchases of the contact' },
			{
				name: 'Time',
				value: 'time',
				description: 'When the contact clicked, signed up or was texted',
			},
			{ name: 'Time Zone', value: 'timezone', description: 'Time zone of the contact' },
		],
	}),
	read: (raw) => raw,
};

/** How the editor heads a condition, by its type: "Condition 2: phone validation". */
const CONDITION_TITLE =
	'={{ "Condition " + ($collection.item.index + 1) + ": " + ($collection.item.value.type || "time").replaceAll("_", " ") }}';

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
			description: 'What a contact must match',
			typeOptions: { fixedCollection: { itemTitle: CONDITION_TITLE } },
			...look,
		},
		conditionFields,
	);
}
