import { type Field, InputError, type JsonObject, type ValuesOf } from '../../../../kernel';
import { blastsBody, blastsField, checkBlasts } from './blasts';
import {
	type audiencesOfSchedule,
	type automatedPercentField,
	type detailFields,
	nameField,
	sendTypeField,
} from './fields';
import {
	checkTiming,
	dayBody,
	daysOfWeekField,
	endDateField,
	isRepeatingField,
	sendDateField,
	sendTimeField,
	startDateField,
} from './timing';

type ScheduleValues = Partial<
	ValuesOf<
		[
			typeof nameField,
			typeof sendTypeField,
			typeof isRepeatingField,
			typeof sendTimeField,
			typeof sendDateField,
			typeof startDateField,
			typeof endDateField,
			typeof daysOfWeekField,
			typeof audiencesOfSchedule,
			typeof blastsField,
			typeof automatedPercentField,
			...typeof detailFields,
		]
	>
> & { status?: string };

/**
 * The values of a new schedule that its timing and its send type use; the editor hides the others,
 * but an expression shows them all.
 */
export function usedValues(values: ScheduleValues): ScheduleValues {
	const { sendDate, startDate, endDate, daysOfWeek, blasts, automatedPercent, ...rest } = values;
	return {
		...rest,
		...(rest.isRepeating === false && { sendDate }),
		...(rest.isRepeating === true && { startDate, endDate, daysOfWeek }),
		...(rest.sendType === 'blast' && { blasts }),
		...(rest.sendType === 'automated' && { automatedPercent }),
	};
}

/**
 * The values under the API's names (contract: ScheduleCreate, ScheduleUpdate).
 *
 * @throws InputError when one that is needed is there but empty, or they do not fit together
 */
export function scheduleBody(values: ScheduleValues): JsonObject {
	checkGiven(values);
	checkTiming(values);
	if (values.blasts !== undefined) checkBlasts(values.blasts);
	return {
		name: values.name,
		status: values.status,
		send_type: values.sendType,
		source_lists: values.sourceLists,
		audiences: values.audiences,
		is_repeating: values.isRepeating,
		send_time: values.sendTime,
		send_date: dayBody(values.sendDate),
		start_date: dayBody(values.startDate),
		end_date: dayBody(values.endDate),
		days_of_week: values.daysOfWeek,
		skip_within_hours: values.skipWithinHours,
		use_local_time: values.useLocalTime,
		filter_bots: values.filterBots,
		is_mms: values.isMms,

		automated_percent: values.automatedPercent,

		blasts: blastsBody(values.blasts),
	};
}

/** What no schedule can do without where it is asked for, with Trackly's codes. */
const NEEDED: ReadonlyArray<readonly [Field<keyof ScheduleValues>, string]> = [
	[nameField, 'missing_name'],
	[sendTypeField, 'missing_send_type'],
	[isRepeatingField, 'missing_is_repeating'],
	[sendDateField, 'missing_send_date'],
	[startDateField, 'missing_start_date'],
	[endDateField, 'missing_end_date'],
	[daysOfWeekField, 'no_days_selected'],
	[sendTimeField, 'missing_send_time'],
	[blastsField, 'missing_blasts'],
];

function checkGiven(values: ScheduleValues): void {
	for (const [{ name, property }, code] of NEEDED) {
		if (!(name in values) || values[name] !== undefined) continue;
		throw new InputError(property.displayName, code, 'is empty');
	}
}
