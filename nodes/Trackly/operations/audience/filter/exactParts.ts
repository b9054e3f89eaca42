import { numberField, textField } from '../../../../../kernel';
import { EXISTENCE } from '../../../api/filter/language';
import {
	EQUALS,
	fieldField,
	GREATER,
	GREATER_OR_EQUAL,
	operatorField,
	part,
	TIME_OPERATORS,
	unitField,
} from './part';

/** contract: TimeCondition */
export const timeParts = [
	part(
		fieldField(
			'timeField',
			[
				{ name: 'Last Clicked', value: 'last_clicked_at' },
				{ name: 'Last Sent', value: 'last_sent_at' },
				{ name: 'Signup', value: 'signup_date' },
			],
			'Event that the condition looks at',
		),
		'time',
	),
	part(operatorField('timeOperator', TIME_OPERATORS), 'time'),
	part(
		numberField('timeValue', {
			displayName: 'Value',
			default: 30,
			typeOptions: { minValue: 0 },
			description: 'Length of time, counted back from now',
		}),
		'time',
		{ timeOperator: EXISTENCE },
	),
	part(unitField('timeUnit'), 'time', { timeOperator: EXISTENCE }),
] as const;

/** contract: CountCondition */
export const countParts = [
	part(
		fieldField(
			'countField',
			[
				{ name: 'Clicks', value: 'click_count' },
				{ name: 'Texts Sent', value: 'send_count' },
			],
			'What to count',
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
			description: 'Number to compare with',
		}),
		'count',
	),
] as const;

/** Time and count conditions can look at one list only (contract: TimeCondition, CountCondition). */
export const conditionListField = part(
	textField('conditionListId', {
		displayName: 'List ID',
		placeholder: 'e.g. 7',
		description: 'ID of the sending list to look at. Leave empty for all lists.',
	}),
	['time', 'count'],
);
