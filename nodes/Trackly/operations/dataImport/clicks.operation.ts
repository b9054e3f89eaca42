import { bulk, dateTimeColumn, defaultCountryField, textColumn } from '../../../../kernel';
import { maxEntries } from '../../api/contract.generated/limits';
import { ClickImportRecord } from '../../api/contract.generated/schemas';
import { endpoints } from '../../api/endpoints';
import { parseKnownNumber } from '../../fields/knownNumber';
import { PHONE_NAMES } from '../../fields/usualNames';

/** The columns of a past click, named as in the contract's ClickImportRecord. */
export const clickImportColumns = [
	textColumn('message_id', 'Message ID', { required: true }),
	textColumn('offer_id', 'Offer ID', { required: true }),
	textColumn('phone_number', 'Phone Number', { required: true, usualNames: PHONE_NAMES }),
	dateTimeColumn('timestamp', 'Timestamp', { required: true }),
	dateTimeColumn('send_timestamp', 'Send Timestamp', { removed: true }),
] as const;

/** Imports all input items in as few requests as possible (contract: importClicks). */
export const importClicks = bulk({
	resource: 'dataImport',
	operation: 'clicks',
	name: 'Import Clicks',
	action: 'Import past clicks',
	description:
		'Import past clicks, 1,000 per request. Trackly keeps one click per message and skips others.',
	fields: [],
	columns: clickImportColumns,
	mapperMethod: 'getClickImportColumns',
	options: [defaultCountryField],
	orderingKey: 'message_id',
	target: {
		endpoint: endpoints.importClicks,
		recordsKey: 'records',
		recordSchema: ClickImportRecord,
		maxRecords: maxEntries.importClicks.records,
		acceptedStatus: 'imported',
		counts: { accepted: 'success_count', skipped: 'duplicates_skipped' },
	},
	record: (row, _, { defaultCountry }) => ({
		...row,
		message_id: row.message_id?.trim(),
		offer_id: row.offer_id?.trim(),
		phone_number: parseKnownNumber(row.phone_number, defaultCountry),
	}),
});
