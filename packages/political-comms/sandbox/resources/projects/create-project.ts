import { ApiResponse } from '../../../../../sandbox/core';
import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { contentAfter } from '../../projects/content';
import type { ContentBody } from '../../projects/content';
import { newProject } from '../../projects/new-project';
import { refuseBadProject } from '../../projects/rules';
import { refusePausedSending, refuseUnfinishedSetup } from '../../projects/states';
import { callerOf, good, scopeOf } from '../scope';
import { createdForm } from './project-forms';

/** contract: ProjectCreate */
interface Body extends ContentBody {
	organization_id: string;
	channel?: '10dlc' | 'toll-free';
	brand_id?: string;
	campaign_id?: string;
	toll_free_verification_id?: string;
}

/** contract: createProject */
export function createProject(account: Account, call: Call<Body>) {
	const { body } = call;
	const { orgId: initiatorId } = callerOf(account, call);
	account.organizations.refuseForeign(initiatorId, body.organization_id);
	refuseUnfinishedSetup(account);
	refusePausedSending(account);
	const registration = {
		orgId: body.organization_id,
		initiatorId,
		channel: body.channel ?? '10dlc',
		brandId: body.brand_id ?? null,
		campaignId: body.campaign_id ?? null,
		verificationId: body.toll_free_verification_id ?? null,
	};
	const content = contentAfter(body);
	refuseBadProject(account, { ...registration, ...content }, scopeOf(account, call));
	const project = account.projects.add(newProject(account, registration, content));
	account.didDo('project_made', project.id);
	return new ApiResponse(201, good(createdForm(account, project)));
}
