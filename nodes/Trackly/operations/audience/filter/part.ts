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
export const IN = { name: 'Is One Of', value: 'in' };
export const NOT_IN = { name: 'Is None Of', value: 'not_in' };
export const CONTAINS = { name: 'Contains', value: 'contains' };
export const EXISTS = { name: 'Has Any Value', value: 'exists' };
export const GREATER = { name: 'Greater Than', value: 'gt' };
export const GREATER_OR_EQUAL = { name: 'Greater Than or Equal', value: 'gte' };

export const operatorField = <Name extends string>(name: Name, options: INodePropertyOptions[]) =>
	optionsField(name, {
		displayName: 'Operator',
		default: options[0].value,
		description: 'How to compare',
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
			'Value to compare with. For Is One Of and Is None Of, separate several values with commas.',
	});

export const TIME_OPERATORS = [
	{ name: 'In the Last', value: 'within' },
	{ name: 'Not in the Last', value: 'not_within' },
	{ name: 'More Than … Ago', value: 'before' },
	{ name: 'Less Than … Ago', value: 'after' },
	{ name: 'Ever', value: 'exists' },
	{ name: 'Never', value: 'not_exists' },
];

export const unitField = <Name extends string>(name: Name) =>
	optionsField(name, {
		displayName: 'Unit',
		default: 'days',
		description: 'Unit of the value',
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Minutes', value: 'minutes' },
		],
	});
