import { parsePhoneNumber } from '../../../../kernel/phone';
import { each } from '../../../../kernel/n8n/each';
import { collectionField } from '../../../../kernel/n8n/field';
import { endpoints } from '../../api/endpoints';
import { contactPhoneField } from '../../fields/contact';
import { listNumberField } from '../../fields/list';
import { defaultCountryField } from '../../fields/phone';

/** Ends the subscription of a contact to one list (contract: unsubscribeContact). */
export const unsubscribeContact = each({
	resource: 'contact',
	operation: 'unsubscribe',
	name: 'Unsubscribe',
	action: 'Unsubscribe a contact',
	description:
		'Stop texts to a contact from one sending list. The contact and its history are kept; on every other list it stays subscribed.',
	fields: [
		listNumberField('listNumber', {
			required: true,
			description: 'The list to take the contact off. A full opt-out takes one item per list.',
		}),
		contactPhoneField,
		collectionField('options', { displayName: 'Options', placeholder: 'Add option' }, [
			defaultCountryField,
		]),
	],
	request: ({ listNumber, phoneNumber, options }) => ({
		endpoint: endpoints.unsubscribeContact,
		body: {
			phone_number: parsePhoneNumber(phoneNumber, options.defaultCountry),
			list_number: listNumber,
		},
	}),
	output: ({ unsubscribed }, { body }) => ({
		phone_number: body?.phone_number,
		list_number: body?.list_number,
		unsubscribed,
	}),
	lane: ({ body }) => String(body?.phone_number),
});
