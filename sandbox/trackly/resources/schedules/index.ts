import type { Handlers } from '../../../core';
import type { Account } from '../../account/account';
import { archiveSchedule } from './archive-schedule';
import { createSchedule } from './create-schedule';
import { getSchedule } from './get-schedule';
import { listSchedules } from './list-schedules';
import { updateSchedule } from './update-schedule';

/** Schedules. */
export const scheduleHandlers: Handlers<Account> = {
	listSchedules,
	createSchedule,
	getSchedule,
	updateSchedule,
	archiveSchedule,
};
