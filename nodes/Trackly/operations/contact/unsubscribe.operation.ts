import {
	collectionField,
	defaultCountryField,
	perItem,
	variants,
	optionsField,
} from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { unwrap } from '../../api/unwrap';
import { listsOf, subscribedLists } from '../../api/subscriptions';
import { contactPhoneField } from '../../fields/contact';
import { listNumberField } from '../../fields/list';
import { parseKnownNumber } from '../../fields/knownNumber';
import { NOT_SUBSCRIBED, whyNothingWasDone } from './notSubscribed';

const EVERY_LIST = 'everyList';

const fromField = optionsField('from', {
	displayName: 'From',
	default: 'oneList',
	noDataExpression: true,
	description: 'Which lists to unsubscribe the contact from',
	options: [
		{
			name: 'Every List',
			value: EVERY_LIST,
			description: 'All lists that the contact is subscribed to, one request per list',
		},
		{
			name: 'One List',
			value: 'oneList',
			description: 'The contact stays subscribed to all other lists',
		},
	],
});

const optionsCollection = collectionField(
	'options',
	{ displayName: 'Options', placeholder: 'Add option' },
	[defaultCountryField],
);

const look = {
	resource: 'contact',
	operation: 'unsubscribe',
	name: 'Unsubscribe',
	action: 'Unsubscribe a contact',
	description:
		'Stop texts to a contact from one sending list or from all lists. The contact itself is kept.',
};

const fromOneList = perItem({
	...look,
	fields: [
		fromField,
		listNumberField('listNumber', {
			required: true,
			description: 'The list to unsubscribe the contact from',
		}),
		contactPhoneField,
		optionsCollection,
	],
	request: ({ listNumber, phoneNumber, options }) => ({
		endpoint: endpoints.unsubscribeContact,
		body: {
			phone_number: parseKnownNumber(phoneNumber, options.defaultCountry),
			list_number: listNumber,
		},
	}),
	output: ({ unsubscribed }, { body }) => ({
		phone_number: body?.phone_number,
		list_number: body?.list_number,
		unsubscribed,
		...(unsubscribed === false && NOT_SUBSCRIBED),
	}),
	orderingKey: ({ body }) => String(body?.phone_number),
});

/** Subscriptions are per list, so each takes a separate call (contract NOTES §1.8). */
const fromEveryList = perItem({
	...look,
	fields: [fromField, contactPhoneField, optionsCollection],
	request: ({ phoneNumber, options }) => ({
		endpoint: endpoints.getContact,
		pathParameters: { phone_number: parseKnownNumber(phoneNumber, options.defaultCountry) },
	}),
	followUp: {
		requests: (found, { phoneNumber, options }) =>
			subscribedLists(found).map((list_number) => ({
				endpoint: endpoints.unsubscribeContact,
				body: {
					phone_number: parseKnownNumber(phoneNumber, options.defaultCountry),
					list_number,
				},
			})),
		output: (done, found) => ({
			phone_number: unwrap('contact')(found).phone_number,
			list_numbers: done.map(({ body }) => body?.list_number ?? null),
			unsubscribed: listsOf(found).length > 0,
			...whyNothingWasDone(done, found),
		}),
	},
	orderingKey: ({ pathParameters }) => String(pathParameters?.phone_number),
});

/** Ends the subscription of a contact to one list, or to all (contract: unsubscribeContact). */
export const unsubscribeContact = variants(fromField, EVERY_LIST, fromEveryList, fromOneList);
