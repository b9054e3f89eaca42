import type { Resource } from '../../../../../kernel';
import { apiResource } from './api';
import { brandResource } from './brand';
import { campaignResource } from './campaign';
import { contactListResource } from './contactList';
import { conversationResource } from './conversation';
import { mediaResource } from './media';
import { organizationResource } from './organization';
import { phoneNumberResource } from './phoneNumber';
import { projectResource } from './project';
import { reportResource } from './report';
import { tollFreeVerificationResource } from './tollFreeVerification';
import { trackingDomainResource } from './trackingDomain';

/** Everything a user can pick, in the editor's order (alphabetical, as n8n wants it). */
export const resources: readonly Resource[] = [
	apiResource,
	brandResource,
	campaignResource,
	contactListResource,
	conversationResource,
	mediaResource,
	organizationResource,
	phoneNumberResource,
	projectResource,
	reportResource,
	tollFreeVerificationResource,
	trackingDomainResource,
];
