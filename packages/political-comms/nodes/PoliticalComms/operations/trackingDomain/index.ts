import type { Resource } from '../../../../../../kernel';
import { getTrackingDomains } from './getAll.operation';

/** What can be done about a tracking domain, in the editor's order (alphabetical, as n8n wants it). */
export const trackingDomainResource: Resource = {
	value: 'trackingDomain',
	name: 'Tracking Domain',
	defaultOperation: getTrackingDomains,
	operations: [getTrackingDomains],
};
