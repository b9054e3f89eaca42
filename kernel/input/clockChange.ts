import type { DateTime } from 'luxon';

import { momentOf } from './dates';
import { InputError } from './inputError';

/**
 * Refuses a time without an offset that names no moment, or two of them, because the clock of its zone
 * changes then.
 *
 * @param zone IANA zone of what is written without an offset
 * @throws InputError `invalid_date`
 */
export function refuseUnclearHour(raw: unknown, label: string, zone: string): void {
	const there = momentOf(raw, zone, { setZone: true });
	const written = momentOf(raw, 'utc', { setZone: true });
	if (typeof raw !== 'string' || !there?.isValid || !written?.isValid) return;
	// With an offset the zone is that of the text, whatever zone was asked for.
	if (there.zoneName === written.zoneName) return;
	if (clockTime(there) !== clockTime(written)) {
		const { from, to } = changeBefore(there);
		throw new InputError(
			label,
			'invalid_date',
			`does not exist in ${zone}: the clock goes from ${from} to ${to}`,
			'Enter a time before or after that.',
		);
	}
	const moments = there.getPossibleOffsets();
	if (moments.length < 2) return;
	const { from, to } = changeBefore(moments[1]);
	const examples = moments.map((moment) => moment.toISO({ suppressMilliseconds: true }));
	throw new InputError(
		label,
		'invalid_date',
		`comes twice in ${zone}: the clock goes from ${from} back to ${to}`,
		`Add the offset that is meant: ${examples.join(' or ')}.`,
	);
}

function clockTime(moment: DateTime): string {
	return moment.toFormat("yyyy-MM-dd'T'HH:mm");
}

/** What the clock shows before and after its change of the last day, to the minute. */
function changeBefore(moment: DateTime): { from: string; to: string } {
	let before = moment.minus({ hours: 24 }).startOf('minute');
	let after = moment.startOf('minute');
	const { offset } = before;
	for (;;) {
		const minutes = Math.floor(after.diff(before, 'minutes').minutes / 2);
		if (minutes < 1) break;
		const middle = before.plus({ minutes });
		if (middle.offset === offset) before = middle;
		else after = middle;
	}
	return {
		from: after.toUTC(offset).toFormat('H:mm'),
		to: after.toFormat('H:mm'),
	};
}
