import type { Account } from '../../account/account';
import type { Project } from '../../projects/project';
import { centsOf, mediaUrlsOf, recipientCount } from '../../projects/recipients';

/** contract: Project; the documentation says `id` */
export function projectForm(account: Account, project: Project): object {
	const isFirst = account.generation() === 'docs';
	return {
		...(isFirst ? { id: project.id } : { project_id: project.id }),
		organization_id: project.orgId,
		channel: project.channel,
		brand_id: project.brandId,
		campaign_id: project.campaignId,
		toll_free_verification_id: project.verificationId,
		phone_number_ids: project.numberIds,
		name: project.name,
		status: project.status,
		type: 'broadcast',
		protocol: project.protocol,
		message_text: project.messageText,
		contact_list_ids: project.listIds,
		suppression_list_ids: project.suppressionIds,
		media_ids: [],
		media_urls: mediaUrlsOf(account, project),
		link_tracking_enabled: project.linkEnabled,
		link_tracking_destination_url: project.linkDestination,
		link_tracking_domain_id: project.linkDomainId,
		link_tracking_param_field: project.linkParamField,
		link_tracking_fallback_url: project.linkFallback,
		opt_out_footer_enabled: project.footer,
		...costForm(account, project),
		scheduled_at: project.scheduledAt,
		scheduled_timezone: project.scheduledZone,
		pause_reason: project.pauseReason,
		auto_paused: project.autoPaused,
		daily_cap_bypass: project.dailyCapBypass,
		created_via_api: true,
		created_at: project.createdAt,
		updated_at: project.updatedAt,
	};
}

/** contract: ProjectCreated, in the form of the SDK or of the documentation page */
export function createdForm(account: Account, project: Project): object {
	const { id, name, channel } = project;
	if (account.generation() === 'docs') {
		return {
			id,
			name,
			status: 'draft',
			channel,
			organization_id: project.orgId,
			brand_id: project.brandId,
			campaign_id: project.campaignId,
			toll_free_verification_id: project.verificationId,
			phone_number_ids: project.numberIds,
			protocol: project.protocol,
			message_text: project.messageText,
			created_at: project.createdAt,
		};
	}
	return {
		project_id: id,
		name,
		type: 'broadcast',
		status: project.status,
		channel,
		created_via_api: true,
		...costForm(account, project),
		completeness: {
			has_list: project.listIds.length > 0,
			has_message: true,
			has_phone_number: true,
			ready_to_test: project.listIds.length > 0,
		},
	};
}

function costForm(account: Account, project: Project) {
	const recipients = recipientCount(account, project);
	return {
		estimated_cost_cents: recipients * centsOf(project),
		total_recipients: recipients,
	};
}
