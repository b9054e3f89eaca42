import type { Account } from '../../account/account';
import type { Schedule } from '../../catalogue/schedules';

/** contract: ScheduleResult */
export function scheduleResult(account: Account, schedule: Schedule) {
	const result = { success: true, schedule: { ...schedule } };
	// Only then, as a schedule that is due is complete immediately.
	account.timetable.plan(schedule);
	return result;
}
