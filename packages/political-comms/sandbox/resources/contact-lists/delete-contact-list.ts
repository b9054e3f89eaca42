import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { refuseInUse } from '../in-use';
import { good, scopeOf } from '../scope';

/** contract: deleteContactList */
export function deleteContactList(account: Account, call: Call<unknown>) {
	const list = account.lists.find(call.params.id, scopeOf(account, call));
	refuseInUse('CONTACT_LIST_IN_USE', account.projects.withList(list.id));
	account.lists.remove(list.id);
	account.jobs.cancel(`import ${list.id}`);
	account.jobs.cancel(`analysis ${list.id}`);
	account.didDo('list_deleted', list.id);
	return good({ list_id: list.id, name: list.name, deleted: true });
}
