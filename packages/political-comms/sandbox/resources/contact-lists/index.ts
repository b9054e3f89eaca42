import type { Handlers } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { analyzeContactList } from './analyze-contact-list';
import { deleteContactList } from './delete-contact-list';
import { downloadContactList } from './download-contact-list';
import { getContactList } from './get-contact-list';
import { importContactList } from './import-contact-list';
import { listContactLists } from './list-contact-lists';

/** Contact lists. */
export const contactListHandlers: Handlers<Account> = {
	listContactLists,
	importContactList,
	getContactList,
	analyzeContactList,
	downloadContactList,
	deleteContactList,
};
