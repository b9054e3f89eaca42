import type { Handlers } from '../../../core';
import type { Account } from '../../account/account';
import { archiveAudience } from './archive-audience';
import { createAudience } from './create-audience';
import { getAudience } from './get-audience';
import { getAudienceSize } from './get-audience-size';
import { listAudiences } from './list-audiences';
import { updateAudience } from './update-audience';

/** Audiences. */
export const audienceHandlers: Handlers<Account> = {
	listAudiences,
	createAudience,
	getAudience,
	updateAudience,
	archiveAudience,
	getAudienceSize,
};
