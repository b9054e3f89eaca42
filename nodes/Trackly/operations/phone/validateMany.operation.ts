import { bulk, defaultCountryField, parsePhoneNumber, textColumn } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { MAX_PHONE_BATCH } from '../../api/limits';
import { phoneSchema } from '../../api/schemas';
import { forceField } from './force';

/** The column of a look-up in a batch, named as in the contract's PhoneValidateRequest. */
export const phoneColumns = [textColumn('phone', 'Phone Number', { required: true })] as const;

/** Looks up all input items in as few requests as possible (contract: validatePhonesBatch). */
export const validatePhones = bulk({
	resource: 'phone',
	operation: 'validateMany',
	name: 'Validate Many',
	action: 'Validate many phone numbers',
	description:
		'Look up the phone number of every input item, 500 in one request. Each costs 0.003 US dollars, or nothing when Trackly knows the number already.',
	fields: [],
	columns: phoneColumns,
	mapperMethod: 'getPhoneColumns',
	options: [defaultCountryField, forceField],
	orderingKey: 'phone',
	target: {
		// Every forced lookup is billed, so it is never repeated silently.
		endpoint: { ...endpoints.validatePhonesBatch, idempotent: ({ force }) => force !== true },
		recordsKey: 'phones',
		recordSchema: phoneSchema,
		maxRecords: MAX_PHONE_BATCH,
		acceptedStatus: 'validated',
		resultsKey: 'results',
		entry: ({ phone }) => phone ?? null,
	},
	shared: ({ force }) => (force === true ? { force } : undefined),
	record: ({ phone }, _, { defaultCountry }) => ({
		phone: parsePhoneNumber(phone, defaultCountry),
	}),
});
