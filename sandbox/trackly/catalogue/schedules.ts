import type { OfferLink } from './creatives';

/** One variant of a campaign's text (contract: Blast). */
export interface Blast {
	message: string;
	offer_links: OfferLink[];
	percent_audience: number;
	variant_name: string | null;
	mms_image_url: string | null;
}

/** A campaign, stored as the contract spells it (contract: Schedule). */
export interface Schedule {
	id: string;
	name: string;
	status: 'draft' | 'off' | 'on' | 'complete' | 'archive';
	send_type: 'blast' | 'automated';
	source_lists: number[];
	audiences: string[];
	is_repeating: boolean;
	send_time: string;
	send_date: string | null;
	start_date: string | null;
	end_date: string | null;
	days_of_week: Record<string, boolean> | null;
	skip_within_hours: number;
	use_local_time: boolean;
	filter_bots: boolean;
	is_mms: boolean;
	is_cto: boolean;
	automated_percent: number;
	ir_revenue: number;
	blasts: Blast[];
	created_at: string;
	updated_at: string;
}

/** What a new schedule has where nothing was said. */
export const SCHEDULE_DEFAULTS = {
	status: 'draft',
	source_lists: [] as number[],
	send_date: null,
	start_date: null,
	end_date: null,
	days_of_week: null,
	skip_within_hours: 0,
	use_local_time: false,
	filter_bots: false,
	is_mms: false,
	is_cto: false,
	automated_percent: 0,
	ir_revenue: 0,
} as const;

/** The code of the first rule a schedule breaks, seen as a whole (contract: ScheduleCreate). */
export function brokenRule(schedule: Schedule): string | undefined {
	const { is_repeating: repeats, blasts, days_of_week: days } = schedule;
	if (!repeats && schedule.send_date === null) return 'missing_send_date';
	if (repeats && schedule.start_date === null) return 'missing_start_date';
	if (repeats && schedule.end_date === null) return 'missing_end_date';
	if (repeats && !Object.values(days ?? {}).includes(true)) return 'no_days_selected';
	if (schedule.send_type === 'blast' && blasts.length === 0) return 'missing_blasts';
	const percent = blasts.reduce((sum, blast) => sum + blast.percent_audience, 0);
	if (blasts.length > 0 && Math.abs(percent - 100) > 1e-6) return 'invalid_blast_percent';
	return undefined;
}

/** The schedule every sandbox has. It is off: nobody is texted until it is switched on. */
export const SEEDED_SCHEDULES: readonly Schedule[] = [
	{
		...SCHEDULE_DEFAULTS,
		id: '66b0c7a3e19a3f7708d5b1e2',
		name: 'Friday tasting',
		status: 'off',
		send_type: 'blast',
		source_lists: [7],
		audiences: ['66b0c61fe19a3f7708d5b1c9'],
		is_repeating: true,
		send_time: '17:15',
		start_date: '2026-04-01T00:00:00Z',
		end_date: '2035-12-31T00:00:00Z',
		days_of_week: { friday: true },
		skip_within_hours: 12,
		blasts: [
			{
				message: 'Tonight at seven: {{link1}}',
				offer_links: [
					{ key: 'link1', offer_id: 'offer_123', url: null, url_params: { utm_source: 'sms' } },
				],
				percent_audience: 100,
				variant_name: 'Only',
				mms_image_url: null,
			},
		],
		created_at: '2026-03-25T12:00:00Z',
		updated_at: '2026-03-25T12:00:00Z',
	},
];
