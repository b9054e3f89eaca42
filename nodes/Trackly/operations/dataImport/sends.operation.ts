import {
	bulk,
	booleanColumn,
	dateTimeColumn,
	defaultCountryField,
	numberColumn,
	textColumn,
} from '../../../../kernel';
import { maxEntries } from '../../api/contract.generated/limits';
import { SendImportRecord } from '../../api/contract.generated/schemas';
import { endpoints } from '../../api/endpoints';
import { pastListOf } from './list';
import { parseKnownNumber } from '../../fields/knownNumber';
import { PHONE_NAMES } from '../../fields/usualNames';

/** The columns of a past send, named as in the contract's SendImportRecord. */
export const sendImportColumns = [
	textColumn('id', 'Message ID', { required: true }),
	textColumn('to_number', 'To', { required: true, usualNames: PHONE_NAMES }),
	dateTimeColumn('timestamp', 'Timestamp', { required: true }),
	textColumn('list_number', 'List Number'),
	numberColumn('list_id', 'List ID'),
	textColumn('message', 'Text', { removed: true }),
	textColumn('send_type', 'Send Type', { removed: true }),
	booleanColumn('delivered', 'Delivered', { removed: true }),
	numberColumn('length', 'Length', { removed: true }),
] as const;

/** Imports all input items in as few requests as possible (contract: importSends). */
export const importSends = bulk({
	resource: 'dataImport',
	operation: 'sends',
	name: 'Import Sends',
	action: 'Import past sends',
	description:
		'Import past texts, 1,000 per request. Nobody is texted. Texts with a known ID are skipped.',
	fields: [],
	columns: sendImportColumns,
	mapperMethod: 'getSendImportColumns',
	options: [defaultCountryField],
	orderingKey: 'id',
	target: {
		endpoint: endpoints.importSends,
		recordsKey: 'records',
		recordSchema: SendImportRecord,
		maxRecords: maxEntries.importSends.records,
		acceptedStatus: 'imported',
		counts: { accepted: 'success_count', skipped: 'duplicates_skipped' },
		facts: ['invalid_phones'],
	},
	record: (row, _, { defaultCountry }) => ({
		...row,
		...pastListOf(row, defaultCountry),
		id: row.id?.trim(),
		to_number: parseKnownNumber(row.to_number, defaultCountry, 'To'),
	}),
});
