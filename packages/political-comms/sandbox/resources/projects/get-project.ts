import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { good, scopeOf } from '../scope';
import { projectForm } from './project-forms';

/** contract: getProject */
export function getProject(account: Account, call: Call<unknown>) {
	const project = account.projects.find(call.params.id, scopeOf(account, call));
	return good(projectForm(account, project));
}
