import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { sizeOf } from '../../catalogue/audiences';
import { find } from '../collections';

/** contract: getAudienceSize */
export function getAudienceSize(account: Account, call: Call<unknown>) {
	const audience = find(account.audiences, call);
	audience.cached_size = sizeOf(audience, account.contacts);
	audience.cached_size_updated_at = account.clock.stamp();
	return {
		audience_id: audience.id,
		size: audience.cached_size,
		calculated_at: audience.cached_size_updated_at,
	};
}
