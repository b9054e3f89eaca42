import type { Resource } from '../../../kernel/n8n/describe';
import { getContact } from './contact/get';
import { getContacts } from './contact/getAll';
import { unsubscribeContact } from './contact/unsubscribe';
import { updateContact } from './contact/update';
import { upsertContact } from './contact/upsert';
import { upsertContacts } from './contact/upsertMany';
import { archiveCreative } from './creative/archive';
import { createCreative } from './creative/create';
import { estimateCreative } from './creative/estimate';
import { getCreative } from './creative/get';
import { getCreatives } from './creative/getAll';
import { updateCreative } from './creative/update';
import { createLink } from './link/create';
import { shortenLink } from './link/shorten';
import { getList } from './list/get';
import { getLists } from './list/getAll';
import { previewMessage } from './message/preview';
import { sendMessage } from './message/send';
import { sendMessages } from './message/sendMany';
import { sendRawMessage } from './message/sendRaw';
import { sendRawMessages } from './message/sendRawMany';
import { archiveOffer } from './offer/archive';
import { createOffer } from './offer/create';
import { getOffer } from './offer/get';
import { getOffers } from './offer/getAll';
import { updateOffer } from './offer/update';
import { validatePhone } from './phone/validate';
import { validatePhones } from './phone/validateMany';
import { recordRevenue } from './revenue/record';
import { recordRevenues } from './revenue/recordMany';

/** Everything a user can pick, in the editor's order (alphabetical, as n8n wants it). */
export const resources: readonly Resource[] = [
	{
		value: 'contact',
		name: 'Contact',
		defaultOperation: upsertContact,
		operations: [
			upsertContact,
			upsertContacts,
			getContact,
			getContacts,
			unsubscribeContact,
			updateContact,
		],
	},
	{
		value: 'creative',
		name: 'Creative',
		defaultOperation: getCreatives,
		operations: [
			archiveCreative,
			createCreative,
			estimateCreative,
			getCreative,
			getCreatives,
			updateCreative,
		],
	},
	{
		value: 'link',
		name: 'Link',
		defaultOperation: shortenLink,
		operations: [createLink, shortenLink],
	},
	{
		value: 'list',
		name: 'List',
		defaultOperation: getLists,
		operations: [getList, getLists],
	},
	{
		value: 'message',
		name: 'Message',
		defaultOperation: sendMessage,
		operations: [previewMessage, sendMessage, sendMessages, sendRawMessage, sendRawMessages],
	},
	{
		value: 'offer',
		name: 'Offer',
		defaultOperation: getOffers,
		operations: [archiveOffer, createOffer, getOffer, getOffers, updateOffer],
	},
	{
		value: 'phone',
		name: 'Phone Number',
		defaultOperation: validatePhone,
		operations: [validatePhone, validatePhones],
	},
	{
		value: 'revenue',
		name: 'Revenue',
		defaultOperation: recordRevenue,
		operations: [recordRevenue, recordRevenues],
	},
];
