import { collectionField, defaultCountryField, perItem, textField } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { forceField } from './force';
import { numberToJudge } from './numberToJudge';

/** Looks up one number per input item (contract: validatePhone). */
export const validatePhone = perItem({
	resource: 'phone',
	operation: 'validate',
	name: 'Validate',
	action: 'Validate a phone number',
	description:
		'Costs 0.003 US dollars unless cached. Look up carrier, line type and reachability of a number.',
	fields: [
		textField('phone', {
			displayName: 'Phone Number',
			required: true,
			placeholder: 'e.g. +12025550117',
			description: 'The phone number to look up, with + and country code',
		}),
		collectionField('options', { displayName: 'Options', placeholder: 'Add option' }, [
			defaultCountryField,
			forceField,
		]),
	],
	request: ({ phone, options: { defaultCountry, force } }) => ({
		endpoint: endpoints.validatePhone,
		body: { phone: numberToJudge(phone, defaultCountry), force: force || undefined },
	}),
	orderingKey: ({ body }) => String(body?.phone),
});
