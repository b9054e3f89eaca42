import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { SCHEDULE_DEFAULTS } from '../../catalogue/schedules';
import type { Schedule } from '../../catalogue/schedules';
import { picked } from '../collections';
import { FIELDS, REQUIRED, blastFrom } from './body';
import type { UpdateBody } from './body';
import { refuseBroken } from './refuse-broken';
import { scheduleResult } from './schedule-result';

type CreateBody = UpdateBody & Pick<Schedule, (typeof REQUIRED)[number]>;

/** contract: createSchedule */
export function createSchedule(account: Account, { body }: Call<CreateBody>) {
	const at = account.clock.stamp();
	const schedule: Schedule = {
		...SCHEDULE_DEFAULTS,
		id: account.ids.object(),
		source_lists: [],
		name: body.name,
		send_type: body.send_type,
		audiences: body.audiences,
		is_repeating: body.is_repeating,
		send_time: body.send_time,
		...picked(body, FIELDS),
		blasts: (body.blasts ?? []).map(blastFrom),
		created_at: at,
		updated_at: at,
	};
	refuseBroken(account, schedule, body);
	account.schedules.put(schedule);
	return scheduleResult(account, schedule);
}
