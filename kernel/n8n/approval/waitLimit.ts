import { InputError } from '../../input/inputError';
import { integerField, onlyOptionsField } from '../fields/field';

const MILLISECONDS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** How long to wait for an answer. */
export const waitLimitFields = [
	integerField('waitLimit', {
		displayName: 'Limit Wait Time',
		default: 24,
		typeOptions: { minValue: 1 },
		description:
			'How long to wait for an answer. When it expires, the workflow continues with the unchanged input (no data field). Without this option, it waits indefinitely.',
	}),
	onlyOptionsField('waitLimitUnit', {
		displayName: 'Limit Wait Time Unit',
		default: 'hours',
		description: 'Unit of Limit Wait Time (hours without this option)',
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Minutes', value: 'minutes' },
		],
	}),
] as const;

/**
 * Milliseconds to wait for a response; `undefined` where there is no limit.
 *
 * @throws InputError for a limit or a unit that was added and is none
 */
export function waitLimitOf(options: {
	waitLimit?: number;
	waitLimitUnit?: string;
}): number | undefined {
	if ('waitLimitUnit' in options && options.waitLimitUnit === undefined) {
		throw new InputError('Limit Wait Time Unit', 'invalid_wait_limit', 'is empty');
	}
	const unit = options.waitLimitUnit ?? 'hours';
	if (!('waitLimit' in options)) return undefined;
	if (options.waitLimit === undefined || options.waitLimit < 1) {
		throw new InputError('Limit Wait Time', 'invalid_wait_limit', 'must be 1 or more');
	}
	return options.waitLimit * MILLISECONDS[unit as keyof typeof MILLISECONDS];
}
