import { ApiError } from '../../../core';
import type { Account } from '../../account/account';
import { brokenRule } from '../../catalogue/schedules';
import type { Schedule } from '../../catalogue/schedules';
import { requireSourceLists } from '../source-lists';
import type { UpdateBody } from './body';

/** Refuses a schedule that would break a rule, or a body that names what is not there. */
export function refuseBroken(account: Account, schedule: Schedule, body: UpdateBody): void {
	const code = brokenRule(schedule);
	if (code !== undefined) throw new ApiError(code);
	const isActive = (id: string) => account.audiences.get(id)?.status === 'active';
	if (!(body.audiences ?? []).every(isActive)) throw new ApiError('audience_not_found');
	requireSourceLists(account, body.source_lists);
}
