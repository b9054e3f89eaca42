import { booleanField, type Field, numberField, textField } from '../../../../../kernel';
import { EXISTENCE } from '../../../api/filter/language';
import {
	CONTAINS,
	EQUALS,
	EXISTS,
	fieldField,
	GREATER,
	GREATER_OR_EQUAL,
	IN,
	NOT_EQUAL,
	NOT_IN,
	operatorField,
	part,
	textValueField,
	TIME_OPERATORS,
	unitField,
} from './part';

/** contract: OtherCondition, as the following ones */
export const customFieldParts = [
	part(
		textField('customFieldField', {
			displayName: 'Field',
			placeholder: 'e.g. tier',
			description: 'Name of the custom field',
		}),
		'custom_field',
	),
	part(
		operatorField('customFieldOperator', [
			EQUALS,
			NOT_EQUAL,
			CONTAINS,
			EXISTS,
			GREATER,
			GREATER_OR_EQUAL,
			IN,
			NOT_IN,
		]),
		'custom_field',
	),
	part(textValueField('customFieldValue', 'e.g. gold'), 'custom_field', {
		customFieldOperator: EXISTENCE,
	}),
] as const;

export const TEXT_OPERATORS = [EQUALS, NOT_EQUAL, CONTAINS, EXISTS, IN, NOT_IN];

export const carrierParts = [
	part(operatorField('carrierOperator', TEXT_OPERATORS), 'carrier'),
	part(textValueField('carrierValue', 'e.g. Verizon'), 'carrier', { carrierOperator: EXISTENCE }),
] as const;

export const timezoneParts = [
	part(operatorField('timezoneOperator', TEXT_OPERATORS), 'timezone'),
	part(textValueField('timezoneValue', 'e.g. America/Chicago'), 'timezone', {
		timezoneOperator: EXISTENCE,
	}),
] as const;

export const HAS_REVENUE = 'has_revenue';
export const LAST_REVENUE = 'last_revenue_at';
export const ON_DNC = 'on_dnc';

export const revenueParts = [
	part(
		fieldField(
			'revenueField',
			[
				{ name: 'Average Revenue', value: 'avg_revenue' },
				{ name: 'Conversions', value: 'conversion_count' },
				{ name: 'Has Revenue', value: HAS_REVENUE },
				{ name: 'Last Revenue', value: LAST_REVENUE },
				{ name: 'Total Revenue', value: 'revenue_total' },
			],
			'Figure that the condition looks at',
		),
		'revenue',
	),
	part(operatorField('revenueOperator', [GREATER_OR_EQUAL, EQUALS, GREATER]), 'revenue', {
		revenueField: [HAS_REVENUE, LAST_REVENUE],
	}),
	part(
		numberField('revenueValue', {
			displayName: 'Value',
			default: 1,
			description: 'Amount or number to compare with',
		}),
		'revenue',
		{ revenueField: [HAS_REVENUE, LAST_REVENUE] },
	),
	part(operatorField('lastRevenueOperator', TIME_OPERATORS), 'revenue', undefined, {
		revenueField: [LAST_REVENUE],
	}),
	part(
		numberField('lastRevenueValue', {
			displayName: 'Value',
			default: 30,
			typeOptions: { minValue: 0 },
			description: 'Length of time, counted back from now',
		}),
		'revenue',
		{ lastRevenueOperator: EXISTENCE },
		{ revenueField: [LAST_REVENUE] },
	),
	part(
		unitField('lastRevenueUnit'),
		'revenue',
		{ lastRevenueOperator: EXISTENCE },
		{ revenueField: [LAST_REVENUE] },
	),
] as const;

export const validationParts = [
	part(
		operatorField('phoneValidationOperator', [EQUALS, NOT_EQUAL, EXISTS, IN, NOT_IN]),
		'phone_validation',
	),
	part(textValueField('phoneValidationValue', 'e.g. ok'), 'phone_validation', {
		phoneValidationOperator: EXISTENCE,
	}),
] as const;

export const onDncField: Field<'onDnc'> = {
	...booleanField('onDnc', {
		displayName: 'On Do Not Call List',
		displayOptions: { show: { type: ['do_not_call'] } },
		description:
			'Whether the contact must be on the Do Not Call list. When off, it must not be on it.',
	}),
	read: (raw) => raw,
};

export const hasRevenueField: Field<'hasRevenue'> = {
	...booleanField('hasRevenue', {
		displayName: 'Has Revenue',
		default: true,
		displayOptions: { show: { type: ['revenue'], revenueField: [HAS_REVENUE] } },
		description: 'Whether the contact must have revenue. When off, it must have none.',
	}),
	read: (raw) => raw,
};
