import { ApiResponse } from '../../../../../sandbox/core';
import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { contentAfter } from '../../projects/content';
import { newProject } from '../../projects/new-project';
import { refuseUnfinishedSetup } from '../../projects/states';
import { callerOf, good, scopeOf } from '../scope';
import { createdForm } from './project-forms';

/** contract: copyProject; lists, schedule and statistics are not copied */
export function copyProject(account: Account, call: Call<unknown>) {
	const project = account.projects.find(call.params.id, scopeOf(account, call));
	refuseUnfinishedSetup(account);
	const { orgId, channel, brandId, campaignId, verificationId } = project;
	const copy = newProject(
		account,
		{
			orgId,
			channel,
			brandId,
			campaignId,
			verificationId,
			initiatorId: callerOf(account, call).orgId,
		},
		{
			...contentAfter({}, project),
			name: nextVersion(project.name),
			listIds: [],
			suppressionIds: [],
		},
	);
	account.projects.add(copy);
	account.didDo('project_copied', copy.id);
	return new ApiResponse(201, good(createdForm(account, copy)));
}

/** `Name` becomes `Name_v2`, and that `Name_v3`. */
function nextVersion(name: string): string {
	const [, base, version = '1'] = /^(.*?)(?:_v(\d+))?$/s.exec(name) ?? [];
	return `${base}_v${Number(version) + 1}`;
}
