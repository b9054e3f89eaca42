import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { contentAfter } from '../../projects/content';
import type { ContentBody } from '../../projects/content';
import type { Project } from '../../projects/project';
import { refuseBadProject } from '../../projects/rules';
import { isChangeable, notNow, stateOf } from '../../projects/states';
import { good, scopeOf } from '../scope';
import { projectForm } from './project-forms';

/** contract: updateProject */
export function updateProject(account: Account, call: Call<ContentBody>) {
	const orgIds = scopeOf(account, call);
	const project = account.projects.find(call.params.id, orgIds);
	if (!isChangeable(project)) throw notNow('The project can no longer be changed');
	const content = contentAfter(call.body, project);
	refuseBadProject(account, { ...project, ...content }, orgIds);
	Object.assign(project, content, {
		status: stateOf(content),
		updatedAt: account.clock.stamp(),
	});
	account.didDo('project_changed', project.id);
	return good(account.generation() === 'docs' ? fewFields(project) : projectForm(account, project));
}

/** contract: form of the documentation page */
function fewFields({ id, name, status, messageText, updatedAt }: Project) {
	return { id, name, status, message_text: messageText, updated_at: updatedAt };
}
