import type { IDisplayOptions } from 'n8n-workflow';

import { InputError } from '../../input/inputError';
import { numberField, onlyOptionsField, type Field } from '../fields/field';

/** A day: longer waits do not belong in a node. */
const LONGEST = 24 * 60;

/** How long an item waits, in minutes. */
interface WaitLimits {
	usual: number;
	longest: number;
}

function maximumWaitFieldOf({ usual, longest }: WaitLimits): Field<'maximumWait', number> {
	const field = numberField('maximumWait', {
		displayName: 'Maximum Wait (Minutes)',
		default: usual,
		typeOptions: { minValue: 0, maxValue: longest },
		description:
			'How long to wait. For waits of hours use a Wait node in a loop instead, which holds no execution.',
	});
	return {
		...field,
		read(raw, label, scope) {
			const minutes = field.read(raw, label, scope) ?? usual;
			if (minutes >= 0 && minutes <= longest) return minutes;
			const most = longest.toLocaleString('en');
			throw new InputError(label, 'invalid_value', `must be between 0 and ${most} minutes`);
		},
	};
}

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

/** How long to wait for a job, and what then, where that is not usual. */
export function waitFieldsWithin(limits: WaitLimits) {
	return [maximumWaitFieldOf(limits), ifNotReadyField] as const;
}

/** How long to wait for a job, and what then. */
export const waitFields = waitFieldsWithin({ usual: 10, longest: LONGEST });

/** The same, shown only where the item waits at all. */
export function waitFieldsShown(show: NonNullable<IDisplayOptions['show']>): typeof waitFields {
	const shown = <F extends Field>(field: F): F => ({
		...field,
		property: { ...field.property, displayOptions: { show } },
	});
	const [maximumWaitField, ifNotReady] = waitFields;
	return [shown(maximumWaitField), shown(ifNotReady)];
}
