import type { INodePropertyOptions } from 'n8n-workflow';

import { type Field, optionsField, sortByLabel, textField } from '../../../../../kernel';

/** A part of a condition, shown for one type; the filter's own check judges its value. */
export function part<Name extends string>(
	{ name, property }: Field<Name>,
	type: string | string[],
	hide?: Record<string, string[]>,
	show?: Record<string, string[]>,
): Field<Name> {
	const displayOptions = { show: { type: [type].flat(), ...show }, ...(hide && { hide }) };
	return { name, property: { ...property, displayOptions }, read: (raw) => raw };
}

export const EQUALS = { name: 'Equals', value: 'eq' };
export const NOT_EQUAL = { name: 'Not Equal', value: 'ne' };
export const IN = { name: 'In', value: 'in', description: 'One of several values' };
export const NOT_IN = { name: 'Not In', value: 'not_in', description: 'None of several values' };
export const CONTAINS = { name: 'Contains', value: 'contains', description: 'Holds this text' };
export const EXISTS = { name: 'Exists', value: 'exists', description: 'Has any value' };
export const GREATER = { name: 'Greater Than', value: 'gt' };
export const GREATER_OR_EQUAL = { name: 'Greater Than or Equal', value: 'gte' };

export const operatorField = <Name extends string>(name: Name, options: INodePropertyOptions[]) =>
	optionsField(name, {
		displayName: 'Operator',
		default: options[0].value,
		description: 'How the condition compares',
		options: sortByLabel(options, ({ name }) => name),
	});

export const fieldField = <Name extends string>(
	name: Name,
	options: INodePropertyOptions[],
	description: string,
) => optionsField(name, { displayName: 'Field', default: options[0].value, description, options });

export const textValueField = <Name extends string>(name: Name, placeholder: string) =>
	textField(name, {
		displayName: 'Value',
		placeholder,
		description:
			'What to compare with. For In and Not In, several values with commas between them.',
	});

export const TIME_OPERATORS = [
	{ name: 'Within', value: 'within', description: 'In this time up to now' },
	{ name: 'Not Within', value: 'not_within', description: 'Not in this time up to now' },
	{ name: 'Before', value: 'before', description: 'Longer ago than this' },
	{ name: 'After', value: 'after', description: 'Less long ago than this' },
	{ name: 'Exists', value: 'exists', description: 'At any time' },
	{ name: 'Not Exists', value: 'not_exists', description: 'Never' },
];

export const unitField = <Name extends string>(name: Name) =>
	optionsField(name, {
		displayName: 'Unit',
		default: 'days',
		description: 'What the value counts',
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Minutes', value: 'minutes' },
		],
	});
