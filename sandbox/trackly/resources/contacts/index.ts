import type { Handlers } from '../../../core';
import type { Account } from '../../account/account';
import { getContact } from './get-contact';
import { listContacts } from './list-contacts';
import { unsubscribeContact } from './unsubscribe-contact';
import { updateContact } from './update-contact';
import { upsertContact } from './upsert-contact';
import { upsertContactsBulk } from './upsert-contacts-bulk';

/** Contacts. */
export const contactHandlers: Handlers<Account> = {
	upsertContact,
	upsertContactsBulk,
	listContacts,
	getContact,
	updateContact,
	unsubscribeContact,
};
