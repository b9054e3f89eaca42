import type { Handlers } from '../../../core';
import type { Account } from '../../account/account';
import { validatePhone } from './validate-phone';
import { validatePhonesBatch } from './validate-phones-batch';

/** Paid number lookups, under v1. */
export const phoneHandlers: Handlers<Account> = {
	validatePhone,
	validatePhonesBatch,
};
