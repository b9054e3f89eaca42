import type { Contact, Contacts, Membership } from '../account/contacts';
import { fits } from './filter';
import type { FilterGroup } from './filter';

/** A saved segment; all but the filter's keys as the contract spells it (contract: Audience). */
export interface Audience {
	id: string;
	name: string;
	description: string | null;
	/** Ids of the lists meant; empty means all. */
	source_lists: number[];
	/** As sent, with snake_case keys. */
	filter: FilterGroup;
	cached_size: number | null;
	cached_size_updated_at: string | null;
	status: 'active' | 'archived';
	created_at: string;
}

/** Subscriptions an audience holds now: active, on one of its lists and fitting its filter. */
export function subscribersIn(
	{ source_lists: lists, filter }: Audience,
	contacts: Contacts,
): Array<[Contact, Membership]> {
	return contacts
		.rows({ active: true })
		.filter(([, { list }]) => lists.length === 0 || lists.includes(list.id))
		.filter(([contact, membership]) => fits(filter, contact, membership));
}

/** People in an audience now, each counted once (contract: getAudienceSize). */
export function sizeOf(audience: Audience, contacts: Contacts): number {
	return new Set(subscribersIn(audience, contacts).map(([contact]) => contact)).size;
}

/** The audiences every sandbox has; their ids have two forms. */
export const SEEDED_AUDIENCES: readonly Audience[] = [
	{
		id: '66b0c61fe19a3f7708d5b1c9',
		name: 'Club regulars',
		description: 'On the club list for at least a month',
		source_lists: [7],
		filter: {
			operator: 'AND',
			conditions: [
				{
					condition_type: 'time',
					field: 'signup_date',
					operator: 'before',
					value: 30,
					unit: 'days',
				},
			],
		},
		cached_size: 3,
		cached_size_updated_at: '2026-04-10T06:00:00Z',
		status: 'active',
		created_at: '2026-01-19T13:12:00Z',
	},
	{
		id: 'aud_gold',
		name: 'Gold tier',
		description: null,
		source_lists: [],
		filter: {
			operator: 'AND',
			conditions: [
				{ condition_type: 'custom_field', field: 'tier', operator: 'eq', value: 'gold' },
			],
			groups: [
				{
					operator: 'OR',
					conditions: [
						{ condition_type: 'count', field: 'send_count', operator: 'gte', value: 1 },
						{ condition_type: 'time', field: 'last_sent_at', operator: 'not_exists' },
					],
				},
			],
		},
		cached_size: null,
		cached_size_updated_at: null,
		status: 'active',
		created_at: '2026-02-08T10:40:00Z',
	},
];
