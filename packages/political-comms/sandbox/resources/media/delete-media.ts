import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { refuseInUse } from '../in-use';
import { good, scopeOf } from '../scope';

/** contract: deleteMedia */
export function deleteMedia(account: Account, call: Call<unknown>) {
	const file = account.media.find(call.params.id, scopeOf(account, call));
	refuseInUse('MEDIA_IN_USE', account.projects.withMedia(file.id));
	account.media.remove(file.id);
	account.jobs.cancel(`media ${file.id}`);
	account.didDo('media_deleted', file.id);
	return good({ media_id: file.id, name: file.name, deleted: true });
}
