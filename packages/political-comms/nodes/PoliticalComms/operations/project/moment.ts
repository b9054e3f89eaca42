import {
	dateTimeField,
	InputError,
	onlyOptionsField,
	readDateTime,
	refuseUnclearHour,
	type Field,
} from '../../../../../../kernel';

/** The zones that a project can be scheduled in (contract: ProjectSchedule). */
const ZONES = {
	'America/Anchorage': 'Alaska',
	'America/Chicago': 'Central',
	'America/Denver': 'Mountain',
	'America/Los_Angeles': 'Pacific',
	'America/New_York': 'Eastern',
	'Pacific/Honolulu': 'Hawaii',
};

/** Whether to send now or later. */
export const whenField = onlyOptionsField('when', {
	displayName: 'When',
	default: 'at',
	noDataExpression: true,
	options: [
		{ name: 'As Soon as Possible', value: 'now' },
		{ name: 'At a Time', value: 'at' },
	],
	description: 'When the first texts go out',
});

/** The zone that the project is scheduled in. */
export const zoneField = onlyOptionsField('timeZone', {
	displayName: 'Time Zone',
	default: 'America/New_York',
	options: Object.entries(ZONES).map(([value, name]) => ({ name, value })),
	description: 'The zone of most recipients, e.g. America/Denver by an expression',
});

const SEND_AT = 'Send At';

const sendAtField = dateTimeField('sendAt', {
	displayName: SEND_AT,
	displayOptions: { show: { when: ['at'] } },
	required: true,
	description:
		'Date and time. Without an offset it is read in the Time Zone below, daylight saving included. A time that comes twice when the clock goes back needs an offset.',
});

/** A time as it was given: only together with the zone can it be read. */
export const rawSendAtField: Field<'sendAt', unknown> = {
	...sendAtField,
	read: (raw) => raw,
};

/** When it is to be sent, as ISO 8601 with an offset. @throws InputError */
export function momentOf(
	{ when, sendAt, timeZone }: { when?: string; sendAt: unknown; timeZone?: string },
	now: Date,
): string {
	if (when === 'now') return now.toISOString();
	const zone = timeZone ?? 'America/New_York';
	refuseUnclearHour(sendAt, SEND_AT, zone);
	const moment = readDateTime(sendAt, SEND_AT, { timezone: zone });
	if (moment !== undefined) return moment;
	throw new InputError(SEND_AT, 'missing_send_at', 'is empty');
}

/** @throws InputError for a moment that has passed: the API would start immediately */
export function checkNotPast(moment: string, now: number): void {
	if (Date.parse(moment) > now) return;
	throw new InputError(
		SEND_AT,
		'send_at_is_past',
		'has passed. To send immediately, set When to As Soon as Possible',
	);
}

/** The hour of a moment in a zone, 0 to 23. */
export function hourIn(moment: number, timeZone: string): number {
	const parts = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' });
	return Number(parts.format(moment));
}
