import type { ProjectContent } from './project';

/** Fields that create and update share (contract: ProjectCreate, ProjectUpdate). */
export interface ContentBody {
	name?: string;
	protocol?: 'sms' | 'mms';
	message_text?: string;
	phone_number_ids?: string[];
	phone_number_id?: string;
	contact_list_ids?: string[];
	suppression_list_ids?: string[];
	media_ids?: string[];
	link_tracking_enabled?: boolean;
	link_tracking_destination_url?: string | null;
	link_tracking_domain_id?: string | null;
	link_tracking_param_field?: string | null;
	link_tracking_fallback_url?: string | null;
	opt_out_footer_enabled?: boolean;
}

const EMPTY: ProjectContent = {
	name: '',
	protocol: 'sms',
	messageText: '',
	numberIds: [],
	listIds: [],
	suppressionIds: [],
	mediaIds: [],
	linkEnabled: false,
	linkDestination: null,
	linkDomainId: null,
	linkParamField: null,
	linkFallback: null,
	footer: true,
};

/** The content after a body: what it leaves out stays, what it empties is empty. */
export function contentAfter(body: ContentBody, before: ProjectContent = EMPTY): ProjectContent {
	const kept = <Value>(value: Value | undefined, old: Value) => (value === undefined ? old : value);
	const single = body.phone_number_id === undefined ? undefined : [body.phone_number_id];
	return {
		name: kept(body.name, before.name),
		protocol: kept(body.protocol, before.protocol),
		messageText: kept(body.message_text, before.messageText),
		numberIds: kept(body.phone_number_ids ?? single, before.numberIds),
		listIds: kept(body.contact_list_ids, before.listIds),
		suppressionIds: kept(body.suppression_list_ids, before.suppressionIds),
		mediaIds: kept(body.media_ids, before.mediaIds),
		linkEnabled: kept(body.link_tracking_enabled, before.linkEnabled),
		linkDestination: kept(body.link_tracking_destination_url, before.linkDestination),
		linkDomainId: kept(body.link_tracking_domain_id, before.linkDomainId),
		linkParamField: kept(body.link_tracking_param_field, before.linkParamField),
		linkFallback: kept(body.link_tracking_fallback_url, before.linkFallback),
		footer: kept(body.opt_out_footer_enabled, before.footer),
	};
}
