import type { Account } from '../account/account';
import { sizeOf } from '../catalogue/audiences';
import type { Audience } from '../catalogue/audiences';
import type { FilterGroup } from '../catalogue/filter';
import type { Call, Handlers } from '../../core';
import { checkFilter } from './filter-check';
import { archive, find, pageOf, taken } from './collections';
import { requireSourceLists } from './source-lists';

const FIELDS = ['name', 'description', 'source_lists'] as const;

/** contract: AudienceCreate, AudienceUpdate; the filter is not checked yet */
type UpdateBody = Partial<Pick<Audience, (typeof FIELDS)[number]>> & { filter?: unknown };
type CreateBody = Pick<Audience, 'name'> & UpdateBody;

/** Audiences (contract: listAudiences, createAudience, getAudience, updateAudience, ...). */
export const audienceHandlers: Handlers<Account> = {
	listAudiences(account: Account, { query }: Call<unknown>) {
		return pageOf('audiences', account.audiences.list(query.status).map(audienceRow), query);
	},

	createAudience(account: Account, { body }: Call<CreateBody>) {
		requireSourceLists(account, body.source_lists);
		const audience = account.audiences.put({
			id: account.ids.object(),
			name: body.name,
			description: null,
			source_lists: [],
			...taken(body, FIELDS),
			filter: checkFilter(body.filter),
			cached_size: null,
			cached_size_updated_at: null,
			status: 'active',
			created_at: account.clock.stamp(),
		});
		return audienceRow(audience);
	},

	getAudience: (account: Account, call: Call<unknown>) =>
		audienceRow(find(account.audiences, call)),

	updateAudience(account: Account, call: Call<UpdateBody>) {
		const audience = find(account.audiences, call);
		const { body } = call;
		requireSourceLists(account, body.source_lists);
		const renewed = body.filter !== undefined && {
			filter: checkFilter(body.filter),
			cached_size: null,
			cached_size_updated_at: null,
		};
		return audienceRow(Object.assign(audience, taken(body, FIELDS), renewed));
	},

	archiveAudience: (account: Account, call: Call<unknown>) => archive(account.audiences, call),

	getAudienceSize(account: Account, call: Call<unknown>) {
		const audience = find(account.audiences, call);
		audience.cached_size = sizeOf(audience, account.contacts);
		audience.cached_size_updated_at = account.clock.stamp();
		return {
			audience_id: audience.id,
			size: audience.cached_size,
			calculated_at: audience.cached_size_updated_at,
		};
	},
};

/** contract: Audience */
function audienceRow(audience: Audience) {
	return { ...audience, filter: returned(audience.filter) };
}

/** A filter as it comes back, with camelCase keys (contract: ReturnedFilterGroup). */
function returned({ operator, conditions = [], groups = [] }: FilterGroup): object {
	const camel = (key: string) => key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
	return {
		operator,
		conditions: conditions.map((condition) =>
			Object.fromEntries(Object.entries(condition).map(([key, value]) => [camel(key), value])),
		),
		groups: groups.map(returned),
	};
}
