import type { Handlers } from '../../../core';
import type { Account } from '../../account/account';
import { createLink } from './create-link';
import { shortenLink } from './shorten-link';

/** Short links, in camelCase. */
export const linkHandlers: Handlers<Account> = {
	createLink,
	shortenLink,
};
