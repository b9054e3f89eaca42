import type { INodePropertyOptions } from 'n8n-workflow';

import {
	booleanField,
	type Field,
	type FieldOptions,
	numberField,
	optionsField,
	rowsField,
	sortByLabel,
	textField,
} from '../../../../../kernel';
import { EXISTENCE } from '../../../api/filter/language';

/** A part of a condition, shown for one type; the filter's own check judges its value. */
function part<Name extends string>(
	{ name, property }: Field<Name>,
	type: string,
	hide?: Record<string, string[]>,
): Field<Name> {
	const displayOptions = { show: { type: [type] }, ...(hide && { hide }) };
	return { name, property: { ...property, displayOptions }, read: (raw) => raw };
}

const EQUALS = { name: 'Equals', value: 'eq' };
const IN = { name: 'In', value: 'in', description: 'One of several values' };
const GREATER = { name: 'Greater Than', value: 'gt' };
const GREATER_OR_EQUAL = { name: 'Greater Than or Equal', value: 'gte' };

const operatorField = <Name extends string>(name: Name, options: INodePropertyOptions[]) =>
	optionsField(name, {
		displayName: 'Operator',
		default: options[0].value,
		description: 'How the condition compares',
		options: sortByLabel(options, ({ name }) => name),
	});

const fieldField = <Name extends string>(
	name: Name,
	options: INodePropertyOptions[],
	description: string,
) => optionsField(name, { displayName: 'Field', default: options[0].value, description, options });

const textValueField = <Name extends string>(name: Name, placeholder: string) =>
	textField(name, {
		displayName: 'Value',
		placeholder,
		description: 'What to compare with. For In, several values with commas between them.',
	});

const timeParts = [
	part(
		fieldField(
			'timeField',
			[
				{ name: 'Last Clicked', value: 'last_clicked_at' },
				{ name: 'Last Sent', value: 'last_sent_at' },
				{ name: 'Signup', value: 'signup_date' },
			],
			'The moment that the condition looks at',
		),
		'time',
	),
	part(
		operatorField('timeOperator', [
			{ name: 'Within', value: 'within', description: 'In this time up to now' },
			{ name: 'Not Within', value: 'not_within', description: 'Not in this time up to now' },
			{ name: 'Before', value: 'before', description: 'Longer ago than this' },
			{ name: 'After', value: 'after', description: 'Less long ago than this' },
			{ name: 'Exists', value: 'exists', description: 'At any time' },
			{ name: 'Not Exists', value: 'not_exists', description: 'Never' },
		]),
		'time',
	),
	part(
		numberField('timeValue', {
			displayName: 'Value',
			default: 30,
			typeOptions: { minValue: 0 },
			description: 'How long, counted back from now',
		}),
		'time',
		{ timeOperator: EXISTENCE },
	),
	part(
		optionsField('timeUnit', {
			displayName: 'Unit',
			default: 'days',
			description: 'What the value counts',
			options: [
				{ name: 'Days', value: 'days' },
				{ name: 'Hours', value: 'hours' },
				{ name: 'Minutes', value: 'minutes' },
			],
		}),
		'time',
		{ timeOperator: EXISTENCE },
	),
] as const;

const countParts = [
	part(
		fieldField(
			'countField',
			[
				{ name: 'Clicks', value: 'click_count' },
				{ name: 'Texts Sent', value: 'send_count' },
			],
			'What is counted',
		),
		'count',
	),
	part(
		operatorField('countOperator', [
			GREATER_OR_EQUAL,
			EQUALS,
			GREATER,
			{ name: 'Less Than', value: 'lt' },
			{ name: 'Less Than or Equal', value: 'lte' },
		]),
		'count',
	),
	part(
		numberField('countValue', {
			displayName: 'Value',
			default: 1,
			description: 'How many to compare with',
		}),
		'count',
	),
] as const;

const customFieldParts = [
	part(
		textField('customFieldField', {
			displayName: 'Field',
			placeholder: 'e.g. tier',
			description: 'Name of the custom field',
		}),
		'custom_field',
	),
	part(
		operatorField('customFieldOperator', [EQUALS, GREATER, GREATER_OR_EQUAL, IN]),
		'custom_field',
	),
	part(textValueField('customFieldValue', 'e.g. gold'), 'custom_field'),
] as const;

const carrierParts = [
	part(operatorField('carrierOperator', [EQUALS, IN]), 'carrier'),
	part(textValueField('carrierValue', 'e.g. Verizon'), 'carrier'),
] as const;

const timezoneParts = [
	part(operatorField('timezoneOperator', [EQUALS, IN]), 'timezone'),
	part(textValueField('timezoneValue', 'e.g. America/Chicago'), 'timezone'),
] as const;

export const HAS_REVENUE = 'has_revenue';

const revenueParts = [
	part(
		fieldField(
			'revenueField',
			[
				{ name: 'Average Revenue', value: 'avg_revenue' },
				{ name: 'Conversions', value: 'conversion_count' },
				{ name: 'Has Revenue', value: HAS_REVENUE },
				{ name: 'Total Revenue', value: 'revenue_total' },
			],
			'The figure that the condition looks at',
		),
		'revenue',
	),
	part(operatorField('revenueOperator', [GREATER_OR_EQUAL, EQUALS, GREATER]), 'revenue', {
		revenueField: [HAS_REVENUE],
	}),
	part(
		numberField('revenueValue', {
			displayName: 'Value',
			default: 1,
			description: 'What to compare with',
		}),
		'revenue',
		{ revenueField: [HAS_REVENUE] },
	),
] as const;

const hasRevenueField: Field<'hasRevenue'> = {
	...booleanField('hasRevenue', {
		displayName: 'Has Revenue',
		default: true,
		displayOptions: { show: { type: ['revenue'], revenueField: [HAS_REVENUE] } },
		description: 'Whether the contact must have brought revenue, or must not',
	}),
	read: (raw) => raw,
};

const typeField: Field<'type'> = {
	...optionsField('type', {
		displayName: 'Type',
		default: 'time',
		description: 'What the condition is about',
		options: [
			{ name: 'Carrier', value: 'carrier', description: 'The network of the phone number' },
			{ name: 'Count', value: 'count', description: 'How many clicks or texts' },
			{ name: 'Custom Field', value: 'custom_field', description: "A field of the contact's own" },
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
