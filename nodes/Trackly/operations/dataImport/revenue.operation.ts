import { bulk, dateTimeColumn, numberColumn, optionsColumn, textColumn } from '../../../../kernel';
import { maxEntries } from '../../api/contract.generated/limits';
import { RevenueImportRecord } from '../../api/contract.generated/schemas';
import { endpoints } from '../../api/endpoints';
import { revenueSafeguards } from '../../fields/safeguarded';

/** The columns of past revenue, named as in the contract's RevenueImportRecord. */
export const revenueImportColumns = [
	textColumn('message_id', 'Message ID', { required: true }),
	textColumn('offer_id', 'Offer ID', { required: true }),
	numberColumn('revenue', 'Revenue', { required: true }),
	numberColumn('payout', 'Payout', { removed: true }),
	optionsColumn('attribution_type', 'Attribution Type', {
		removed: true,
		options: [
			{ name: 'Click', value: 'click' },
			{ name: 'Migration', value: 'migration' },
			{ name: 'Sale', value: 'sale' },
			{ name: 'Send', value: 'send' },
		],
	}),
	dateTimeColumn('timestamp', 'Timestamp', { removed: true }),
] as const;

/** Imports all input items in as few requests as possible (contract: importRevenue). */
export const importRevenue = bulk({
	resource: 'dataImport',
	operation: 'revenue',
	name: 'Import Revenue',
	action: 'Import past revenue',
	description:
		'Importing a record twice counts it twice. Import past revenue, 1,000 records per request.',
	fields: [],
	columns: revenueImportColumns,
	mapperMethod: 'getRevenueImportColumns',
	options: [],
	orderingKey: 'message_id',
	guarded: revenueSafeguards,
	target: {
		endpoint: endpoints.importRevenue,
		recordsKey: 'records',
		recordSchema: RevenueImportRecord,
		maxRecords: maxEntries.importRevenue.records,
		acceptedStatus: 'imported',
		counts: { accepted: 'success_count' },
		facts: ['total_revenue'],
	},
	record: (row) => ({
		...row,
		message_id: row.message_id?.trim(),
		offer_id: row.offer_id?.trim(),
		attribution_type: row.attribution_type?.trim().toLowerCase(),
	}),
});
