import { type Field, local, readThaiMobile, textField } from '../../../../../../kernel';
import { noteNumber } from '../../fields/recipients';

/** Taken as it comes: what is no number is what the operation is there to tell. */
const msisdnField: Field<'msisdn', unknown> = {
	...textField('msisdn', {
		displayName: 'Phone Number',
		required: true,
		placeholder: 'e.g. 081 234 5678',
		description: 'A phone number in any format, e.g. from a column of your sheet',
	}),
	read: (raw) => raw,
};

/** Brings Thai mobile numbers into the form that is sent, and says of each other one what is wrong. */
export const checkNumbers = local({
	resource: 'phone',
	operation: 'normalize',
	name: 'Check Numbers',
	action: 'Check phone numbers',
	description:
		'Check whether a number is a Thai mobile number, and write it as 66812345678. Makes no request.',
	fields: [msisdnField],
	compute({ msisdn: given }, { note }) {
		const reading = readThaiMobile(given);
		if (reading.number === undefined) {
			const { code, wrong, advice } = reading;
			return { status: 'refused', msisdn: null, code, reason: wrong, what_to_do: advice };
		}
		noteNumber(reading, note);
		const { number, isRepaired, isUsual } = reading;
		return { status: 'ok', msisdn: number, repaired: isRepaired, usual_prefix: isUsual };
	},
});
