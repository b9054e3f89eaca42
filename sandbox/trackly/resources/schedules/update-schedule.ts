import { ApiError } from '../../../core';
import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import type { Schedule } from '../../catalogue/schedules';
import { find, picked } from '../collections';
import { FIELDS, blastFrom } from './body';
import type { UpdateBody } from './body';
import { refuseBroken } from './refuse-broken';
import { scheduleResult } from './schedule-result';

/** `complete` ends a schedule; an archived one comes back as draft or off only. */
export function updateSchedule(account: Account, call: Call<UpdateBody>) {
	const { body } = call;
	const schedule = find(account.schedules, call);
	if (schedule.status === 'complete') throw new ApiError('schedule_complete');
	if (schedule.status === 'archive' && ['on', 'complete'].includes(body.status ?? '')) {
		throw new ApiError('invalid_status', 'An archived schedule is restored as draft or off');
	}
	const changed: Schedule = {
		...schedule,
		...picked(body, FIELDS),
		blasts: body.blasts?.map(blastFrom) ?? schedule.blasts,
		updated_at: account.clock.stamp(),
	};
	refuseBroken(account, changed, body);
	return scheduleResult(account, Object.assign(schedule, changed));
}
