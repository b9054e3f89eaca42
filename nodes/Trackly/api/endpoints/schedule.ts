import type { Endpoint } from '../../../../kernel';
import { scheduleSchema, scheduleUpdateSchema } from '../schemas/schedule';

/** Schedules, by operationId. */
export const scheduleEndpoints = {
	listSchedules: {
		operationId: 'listSchedules',
		method: 'GET',
		path: '/schedules',
		idempotent: true,
	},
	createSchedule: {
		operationId: 'createSchedule',
		method: 'POST',
		path: '/schedules',
		idempotent: false,
		body: scheduleSchema,
	},
	getSchedule: {
		operationId: 'getSchedule',
		method: 'GET',
		path: '/schedules/{id}',
		idempotent: true,
	},
	updateSchedule: {
		operationId: 'updateSchedule',
		method: 'PUT',
		path: '/schedules/{id}',
		idempotent: true,
		body: scheduleUpdateSchema,
	},
	archiveSchedule: {
		operationId: 'archiveSchedule',
		method: 'DELETE',
		path: '/schedules/{id}',
		idempotent: true,
	},
} as const satisfies Record<string, Endpoint>;
