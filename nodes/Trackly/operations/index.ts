import type { Resource } from '../../../kernel/n8n/describe';
import { getContact } from './contact/get';
import { getContacts } from './contact/getAll';
import { upsertContact } from './contact/upsert';
import { upsertContacts } from './contact/upsertMany';
import { getList } from './list/get';
import { getLists } from './list/getAll';
import { previewMessage } from './message/preview';
import { sendMessage } from './message/send';
import { sendMessages } from './message/sendMany';

/** Everything a user can pick, in the editor's order (alphabetical, as n8n wants it). */
export const resources: readonly Resource[] = [
	{
		value: 'contact',
		name: 'Contact',
		defaultOperation: upsertContact,
		operations: [upsertContact, upsertContacts, getContact, getContacts],
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
		operations: [previewMessage, sendMessage, sendMessages],
	},
];
