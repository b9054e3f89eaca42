import type { Handlers } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { listRecipients } from './list-recipients';

/** Recipients of messages. */
export const recipientHandlers: Handlers<Account> = { listRecipients };
