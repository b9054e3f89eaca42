import {
	booleanField,
	dateTimeColumn,
	dateTimeField,
	endOfQuietHours,
	type Field,
	InputError,
	type Note,
	offsetTime,
	readGuard,
	readPlannedTime,
	type Reader,
	readTimeOfDay,
	textField,
	timeZoneField,
} from '../../../../../kernel';
import { added } from './added';

/** A time as it was given, with the zone of the workflow. */
export interface GivenTime {
	raw: unknown;
	zone: string;
}

const LABEL = 'Scheduled Time';

const keepTime: Reader<GivenTime | undefined> = (raw, _label, { timezone }) =>
	raw === undefined || raw === null || raw === '' ? undefined : { raw, zone: timezone };

/** When a text leaves (contract: SendSmsRequest.scheduledTime). */
export const scheduledTimeField = added({
	...dateTimeField('scheduledTime', {
		displayName: LABEL,
		description: 'When to send. Without it, the text is sent immediately.',
	}),
	read: keepTime,
} as Field<'scheduledTime', GivenTime | undefined>);

/** The same as a column, where an item without a time is sent immediately. */
export const scheduledTimeColumn = {
	...dateTimeColumn('scheduledTime', LABEL, { removed: true }),
	read: keepTime,
};

const zoneField = added(
	timeZoneField('timezone', {
		displayName: 'Time Zone',
		default: 'Asia/Bangkok',
		description: `Time zone of a ${LABEL} that has none. The workflow's, unless you add this.`,
	}),
);

const quietField: Field<'quietHours', boolean> = {
	...booleanField('quietHours', {
		displayName: 'Quiet Hours',
		default: true,
		description:
			'Whether to schedule texts that would leave from 21:00 to 09:00 Bangkok time for 09:00. In Thailand, marketing texts are barred in these hours. Change them with Quiet Hours From and Quiet Hours Until.',
	}),
	read: readGuard,
};

const quietFromField = added({
	...textField('quietHoursFrom', {
		displayName: 'Quiet Hours From',
		default: '21:00',
		description:
			'When the quiet hours begin, Bangkok time. Has no effect unless Quiet Hours is on.',
	}),
	read: readTimeOfDay,
} as Field<'quietHoursFrom', number | undefined>);

const quietUntilField = added({
	...textField('quietHoursUntil', {
		displayName: 'Quiet Hours Until',
		default: '09:00',
		description: 'When the quiet hours end, Bangkok time. Has no effect unless Quiet Hours is on.',
	}),
	read: readTimeOfDay,
} as Field<'quietHoursUntil', number | undefined>);

/** Options of a send that say when, besides Scheduled Time. */
export const whenFields = [zoneField, quietField, quietFromField, quietUntilField] as const;

export interface When {
	scheduledTime?: GivenTime;
	timezone?: string;
	quietHours?: boolean;
	quietHoursFrom?: number;
	quietHoursUntil?: number;
}

const USUAL = { from: 21 * 60, until: 9 * 60, zone: 'Asia/Bangkok' };

const MOVED = 'Some texts fall into the quiet hours and are scheduled for their end';

/**
 * The time at which a text is to leave, with seconds and offset; nothing where it leaves immediately.
 *
 * @param now when the run of the node began: the same for each of its tries
 * @throws InputError for a time that is past, that is none, or of the Buddhist calendar
 */
export function leavesAt(when: When, now: Date, tell: (note: Note) => void): string | undefined {
	const { scheduledTime, timezone, quietHours } = when;
	const planned =
		scheduledTime && readPlannedTime(scheduledTime.raw, LABEL, timezone ?? scheduledTime.zone, now);
	const opening =
		quietHours === true ? openingAfter(planned?.toMillis() ?? now.getTime(), when) : undefined;
	if (opening !== undefined) tell({ text: MOVED, about: [opening] });
	return opening ?? (planned && offsetTime(planned));
}

function openingAfter(
	moment: number,
	{ quietHoursFrom, quietHoursUntil }: When,
): string | undefined {
	const hours = {
		...USUAL,
		from: quietHoursFrom ?? USUAL.from,
		until: quietHoursUntil ?? USUAL.until,
	};
	if (hours.from === hours.until) {
		const { displayName } = quietUntilField.property;
		const wrong = `must differ from ${quietFromField.property.displayName}`;
		throw new InputError(displayName, 'invalid_value', wrong);
	}
	const end = endOfQuietHours(moment, hours);
	return end && offsetTime(end);
}
