import {
	containsFilter,
	type EventFilter,
	patternFilter,
	phoneFilter,
	wordFilter,
} from '../../../kernel/trigger';
import { listNumbersOf } from './lists';

/** The documented ones, and words of other pages that may come too (contract: DeliveryEvent). */
const DELIVERY_STATUSES = [
	'delivered',
	'dropped',
	'expired',
	'failed',
	'orphaned',
	'pending',
	'rejected',
	'sent',
	'undeliverable',
	'undelivered',
];

const ALL = ['delivery', 'reply', 'unsubscribe'];

/** What an event must have to start the workflow; a filter that is not set lets everything pass. */
export const filters: readonly EventFilter[] = [
	phoneFilter({
		property: {
			displayName: 'Contacts',
			name: 'contacts',
			type: 'string',
			default: '',
			placeholder: 'e.g. +12025550117',
			description:
				'Start only for these contacts: phone numbers with + and country code, separated by commas. Leave empty for all contacts.',
		},
		field: 'phone_number',
		kinds: ALL,
	}),
	wordFilter({
		property: {
			displayName: 'Delivery Statuses',
			name: 'deliveryStatuses',
			type: 'multiOptions',
			displayOptions: { show: { '/events': ['delivery'] } },
			options: DELIVERY_STATUSES.map((value) => ({
				name: `${value[0].toUpperCase()}${value.slice(1)}`,
				value,
			})),
			default: [],
			description: 'Start only for deliveries with these statuses. Select none for all statuses.',
		},
		field: 'status',
		kinds: ['delivery'],
	}),
	phoneFilter(
		{
			property: {
				displayName: 'List Names or IDs',
				name: 'lists',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'getListNumberOptions' },
				default: [],
				description:
					'Start only for these sending lists. Select none for all lists. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			field: 'list_number',
			kinds: ALL,
		},
		listNumbersOf,
	),
	containsFilter({
		property: {
			displayName: 'Reply Text Contains',
			name: 'replyContains',
			type: 'string',
			displayOptions: { show: { '/events': ['reply'] } },
			default: '',
			placeholder: 'e.g. yes',
			description: 'Start only for replies that contain this text (case-insensitive)',
		},
		field: 'text',
		kinds: ['reply'],
	}),
	patternFilter({
		property: {
			displayName: 'Reply Text Matches',
			name: 'replyMatches',
			type: 'string',
			displayOptions: { show: { '/events': ['reply'] } },
			default: '',
			placeholder: 'e.g. ^(yes|y)\\b',
			description:
				'Start only for replies that match this regular expression (case-insensitive). You can write it as /…/flags. Lookaround and backreferences are not supported.',
		},
		field: 'text',
		kinds: ['reply'],
	}),
];
