import type { Account } from '../account/account';
import { brokenRule, SCHEDULE_DEFAULTS } from '../catalogue/schedules';
import type { Blast, Schedule } from '../catalogue/schedules';
import { ApiError } from '../../core';
import type { Call, Handlers } from '../../core';
import { offerLinkFrom } from './offer-links';
import type { OfferLinkInput } from './offer-links';
import { archive, find, taken } from './collections';
import { requireSourceLists } from './source-lists';

const REQUIRED = ['name', 'send_type', 'audiences', 'is_repeating', 'send_time'] as const;
const FIELDS = [
	...REQUIRED,
	'status',
	'source_lists',
	'send_date',
	'start_date',
	'end_date',
	'days_of_week',
	'skip_within_hours',
	'use_local_time',
	'filter_bots',
	'is_mms',
	'is_cto',
	'automated_percent',
	'ir_revenue',
] as const;

/** contract: BlastInput */
interface BlastInput {
	message: string;
	percent_audience: number;
	offer_links?: OfferLinkInput[];
	variant_name?: string;
	mms_image_url?: string | null;
}
/** contract: ScheduleUpdate, ScheduleCreate */
type UpdateBody = Partial<Pick<Schedule, (typeof FIELDS)[number]>> & { blasts?: BlastInput[] };
type CreateBody = UpdateBody & Pick<Schedule, (typeof REQUIRED)[number]>;

/** Schedules (contract: listSchedules, createSchedule, getSchedule, updateSchedule, ...). */
export const scheduleHandlers: Handlers<Account> = {
	listSchedules: (account: Account, { query }: Call<unknown>) => ({
		schedules: account.schedules.list(query.status),
	}),

	createSchedule(account: Account, { body }: Call<CreateBody>) {
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
			...taken(body, FIELDS),
			blasts: (body.blasts ?? []).map(blastFrom),
			created_at: at,
			updated_at: at,
		};
		refuseBroken(account, schedule, body);
		account.schedules.put(schedule);
		return answer(account, schedule);
	},

	getSchedule: (account: Account, call: Call<unknown>) => find(account.schedules, call),

	/** `complete` ends a schedule; an archived one comes back as draft or off only. */
	updateSchedule(account: Account, call: Call<UpdateBody>) {
		const { body } = call;
		const schedule = find(account.schedules, call);
		if (schedule.status === 'complete') throw new ApiError('schedule_complete');
		if (schedule.status === 'archive' && ['on', 'complete'].includes(body.status ?? '')) {
			throw new ApiError('invalid_status', 'An archived schedule is restored as draft or off');
		}
		const changed: Schedule = {
			...schedule,
			...taken(body, FIELDS),
			blasts: body.blasts?.map(blastFrom) ?? schedule.blasts,
			updated_at: account.clock.stamp(),
		};
		refuseBroken(account, changed, body);
		return answer(account, Object.assign(schedule, changed));
	},

	archiveSchedule: (account: Account, call: Call<unknown>) => archive(account.schedules, call),
};

/** contract: ScheduleResult */
function answer(account: Account, schedule: Schedule) {
	const result = { success: true, schedule: { ...schedule } };
	// Only then, as a schedule that is due is complete at once.
	account.timetable.plan(schedule);
	return result;
}

/** Refuses a schedule that would break a rule, or a body that names what is not there. */
function refuseBroken(account: Account, schedule: Schedule, body: UpdateBody): void {
	const code = brokenRule(schedule);
	if (code !== undefined) throw new ApiError(code);
	const isActive = (id: string) => account.audiences.get(id)?.status === 'active';
	if (!(body.audiences ?? []).every(isActive)) throw new ApiError('audience_not_found');
	requireSourceLists(account, body.source_lists);
}

function blastFrom(input: BlastInput): Blast {
	return {
		message: input.message,
		offer_links: (input.offer_links ?? []).map(offerLinkFrom),
		percent_audience: input.percent_audience,
		variant_name: input.variant_name ?? null,
		mms_image_url: input.mms_image_url ?? null,
	};
}
