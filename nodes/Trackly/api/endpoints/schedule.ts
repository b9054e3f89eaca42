import type { Endpoint } from '../../../../kernel';
import { scheduleSchema, scheduleUpdateSchema } from '../schemas/schedule';

/** Schedules, by operationId. */
export const scheduleEndpoints = {
	listSchedules: {
		operationId: 'listSchedules',
		method: 'GET',
		path: '/schedules',
		repeat: 'safe',
	},
	createSchedule: {
		operationId: 'createSchedule',
		method: 'POST',
		path: '/schedules',
		repeat: 'unsafe',
		body: scheduleSchema,
	},
	getSchedule: {
		operationId: 'getSchedule',
		method: 'GET',
		path: '/schedules/{id}',
		repeat: 'safe',
	},
	updateSchedule: {
		operationId: 'updateSchedule',
		method: 'PUT',
		path: '/schedules/{id}',
		repeat: 'safe',
		body: scheduleUpdateSchema,
	},
	archiveSchedule: {
		operationId: 'archiveSchedule',
		method: 'DELETE',
		path: '/schedules/{id}',
		repeat: 'safe',
	},
} as const satisfies Record<string, Endpoint>;
