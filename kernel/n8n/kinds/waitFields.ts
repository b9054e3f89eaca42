import type { IDisplayOptions } from 'n8n-workflow';

import { InputError } from '../../input/inputError';
import { numberField, onlyOptionsField, type Field } from '../fields/field';

/** A day: longer waits do not belong in a node. */
const LONGEST = 24 * 60;

const maximumWaitNumber = numberField('maximumWait', {
	displayName: 'Maximum Wait (Minutes)',
	default: 10,
	typeOptions: { minValue: 0 },
	description:
		'How long to wait. For waits of hours use a Wait node in a loop instead, which holds no execution.',
});

const maximumWaitField: Field<'maximumWait', number> = {
	...maximumWaitNumber,
	read(raw, label, scope) {
		const minutes = maximumWaitNumber.read(raw, label, scope) ?? 10;
		if (minutes >= 0 && minutes <= LONGEST) return minutes;
		throw new InputError(label, 'invalid_value', 'must be between 0 and 1,440 minutes');
	},
};

const ifNotReadyField = onlyOptionsField('ifNotReady', {
	displayName: 'If Not Ready in Time',
	default: 'returnState',
	options: [
		{
			name: 'Return Current State',
			value: 'returnState',
			description: 'The item says in "ready" that it is not',
		},
		{ name: 'Fail', value: 'fail', description: 'The item fails, with the ID in it' },
	],
	description: 'What to do when the maximum wait is over',
});

/** How long to wait for a job, and what then. */
export const waitFields = [maximumWaitField, ifNotReadyField] as const;

/** The same, shown only where the item waits at all. */
export function waitFieldsShown(show: NonNullable<IDisplayOptions['show']>): typeof waitFields {
	const shown = <F extends Field>(field: F): F => ({
		...field,
		property: { ...field.property, displayOptions: { show } },
	});
	return [shown(maximumWaitField), shown(ifNotReadyField)];
}
