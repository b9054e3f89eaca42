import type { Blast, Schedule } from '../../catalogue/schedules';
import { offerLinkFrom } from '../offer-links';
import type { OfferLinkInput } from '../offer-links';

/** Fields that a new schedule must have. */
export const REQUIRED = ['name', 'send_type', 'audiences', 'is_repeating', 'send_time'] as const;

/** Fields that a body may set as they are. */
export const FIELDS = [
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
export interface BlastInput {
	message: string;
	percent_audience: number;
	offer_links?: OfferLinkInput[];
	variant_name?: string;
	mms_image_url?: string | null;
}

/** contract: ScheduleUpdate, ScheduleCreate */
export type UpdateBody = Partial<Pick<Schedule, (typeof FIELDS)[number]>> & {
	blasts?: BlastInput[];
};

/** A variant as it is stored. */
export function blastFrom(input: BlastInput): Blast {
	return {
		message: input.message,
		offer_links: (input.offer_links ?? []).map(offerLinkFrom),
		percent_audience: input.percent_audience,
		variant_name: input.variant_name ?? null,
		mms_image_url: input.mms_image_url ?? null,
	};
}
