import { bulk, defaultCountryField, textColumn } from '../../../../kernel';
import { maxEntries } from '../../api/contract.generated/limits';
import { PhoneValidateRequest } from '../../api/contract.generated/schemas';
import { endpoints } from '../../api/endpoints';
import { PHONE_NAMES } from '../../fields/usualNames';
import { forceField } from './force';
import { numberToJudge } from './numberToJudge';

/** The column of a lookup in a batch, named as in the contract's PhoneValidateRequest. */
export const phoneColumns = [
	textColumn('phone', 'Phone Number', { required: true, usualNames: PHONE_NAMES }),
] as const;

/** Looks up all input items in as few requests as possible (contract: validatePhonesBatch). */
export const validatePhones = bulk({
	resource: 'phone',
	operation: 'validateMany',
	name: 'Validate Many',
	action: 'Validate many phone numbers',
	description:
		'Costs 0.003 US dollars per number unless cached. Look up many numbers, 500 per request.',
	fields: [],
	columns: phoneColumns,
	mapperMethod: 'getPhoneColumns',
	options: [defaultCountryField, forceField],
	orderingKey: 'phone',
	target: {
		endpoint: endpoints.validatePhonesBatch,
		recordsKey: 'phones',
		recordSchema: PhoneValidateRequest,
		maxRecords: maxEntries.validatePhonesBatch.phones,
		acceptedStatus: 'validated',
		resultsKey: 'results',
		entry: ({ phone }) => phone ?? null,
	},
	shared: ({ force }) => (force === true ? { force } : undefined),
	record: ({ phone }, _, { defaultCountry }) => ({
		phone: numberToJudge(phone, defaultCountry),
	}),
});
