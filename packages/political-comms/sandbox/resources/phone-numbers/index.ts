import type { Handlers } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { listPhoneNumbers } from './list-phone-numbers';

/** Sending numbers. */
export const phoneNumberHandlers: Handlers<Account> = { listPhoneNumbers };
