import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import type { Audience } from '../../catalogue/audiences';
import { picked } from '../collections';
import { checkFilter } from '../filter-check';
import { requireSourceLists } from '../source-lists';
import { audienceRow } from './audience-row';
import { FIELDS } from './body';
import type { UpdateBody } from './body';

type CreateBody = Pick<Audience, 'name'> & UpdateBody;

/** contract: createAudience */
export function createAudience(account: Account, { body }: Call<CreateBody>) {
	requireSourceLists(account, body.source_lists);
	const audience = account.audiences.put({
		id: account.ids.object(),
		name: body.name,
		description: null,
		source_lists: [],
		...picked(body, FIELDS),
		filter: checkFilter(body.filter),
		cached_size: null,
		cached_size_updated_at: null,
		status: 'active',
		created_at: account.clock.stamp(),
	});
	return audienceRow(audience);
}
