import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { find, picked } from '../collections';
import { checkFilter } from '../filter-check';
import { requireSourceLists } from '../source-lists';
import { audienceRow } from './audience-row';
import { FIELDS } from './body';
import type { UpdateBody } from './body';

/** contract: updateAudience */
export function updateAudience(account: Account, call: Call<UpdateBody>) {
	const audience = find(account.audiences, call);
	const { body } = call;
	requireSourceLists(account, body.source_lists);
	const renewed = body.filter !== undefined && {
		filter: checkFilter(body.filter),
		cached_size: null,
		cached_size_updated_at: null,
	};
	return audienceRow(Object.assign(audience, picked(body, FIELDS), renewed));
}
