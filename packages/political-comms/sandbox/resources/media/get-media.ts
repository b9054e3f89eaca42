import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { good, scopeOf } from '../scope';
import { mediaFields } from './media-fields';

/** contract: getMedia */
export function getMedia(account: Account, call: Call<unknown>) {
	const file = account.media.find(call.params.id, scopeOf(account, call));
	const generation = account.generation();
	return good({
		...(generation === 'docs' ? { id: file.id } : { media_id: file.id }),
		organization_id: file.orgId,
		...mediaFields(file, generation),
		optimized_at: file.optimizedAt,
	});
}
