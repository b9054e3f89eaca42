import {
	booleanField,
	bulk,
	dateTimeColumn,
	numberColumn,
	optionsColumn,
	textColumn,
} from '../../../../kernel';
import { maxEntries } from '../../api/contract.generated/limits';
import { RevenueRecord } from '../../api/contract.generated/schemas';
import { endpoints } from '../../api/endpoints';

import { ATTRIBUTION_TYPES } from './attribution';
import { revenueSafeguards } from '../../fields/safeguarded';

/** The columns of a revenue event in a batch, named as in the contract's RevenueRecord. */
export const revenueColumns = [
	textColumn('message_id', 'Message ID', { required: true }),
	numberColumn('revenue', 'Revenue', { required: true }),
	optionsColumn('attribution_type', 'Attribution Type', {
		required: true,
		options: ATTRIBUTION_TYPES,
	}),
	textColumn('offer_id', 'Offer ID', { removed: true }),
	dateTimeColumn('timestamp', 'Timestamp', { removed: true }),
] as const;

/** Records all input items in as few requests as possible (contract: recordRevenueBulk). */
export const recordRevenues = bulk({
	resource: 'revenue',
	operation: 'recordMany',
	name: 'Record Many',
	action: 'Record many revenue events',
	description:
		'Cannot be undone, and recording twice counts twice. Record many amounts, 1,000 per request.',
	fields: [],
	columns: revenueColumns,
	mapperMethod: 'getRevenueColumns',
	options: [
		booleanField('imported', {
			displayName: 'Imported',
			description: 'Whether to mark the records as imported from another system',
		}),
	],
	orderingKey: 'message_id',
	guarded: revenueSafeguards,
	target: {
		endpoint: endpoints.recordRevenueBulk,
		recordsKey: 'records',
		recordSchema: RevenueRecord,
		maxRecords: maxEntries.recordRevenueBulk.records,
		acceptedStatus: 'recorded',
		counts: { accepted: 'success_count' },
		facts: ['total_revenue'],
	},
	shared: ({ imported }) => (imported === undefined ? undefined : { imported }),
	record: (row) => ({
		...row,
		message_id: row.message_id?.trim(),
		attribution_type: row.attribution_type?.trim().toLowerCase(),
		offer_id: row.offer_id?.trim(),
	}),
});
