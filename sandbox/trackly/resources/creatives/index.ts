import type { Handlers } from '../../../core';
import type { Account } from '../../account/account';
import { archiveCreative } from './archive-creative';
import { createCreative } from './create-creative';
import { getCreative } from './get-creative';
import { listCreatives } from './list-creatives';
import { updateCreative } from './update-creative';

/** Creatives. */
export const creativeHandlers: Handlers<Account> = {
	listCreatives,
	createCreative,
	getCreative,
	updateCreative,
	archiveCreative,
};
