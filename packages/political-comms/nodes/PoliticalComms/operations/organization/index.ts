import type { Resource } from '../../../../../../kernel';
import { getHierarchy } from './getHierarchy.operation';
import { getOrganizations } from './getAll.operation';

/** What can be done about an organization, in the editor's order (alphabetical, as n8n wants it). */
export const organizationResource: Resource = {
	value: 'organization',
	name: 'Organization',
	defaultOperation: getOrganizations,
	operations: [getHierarchy, getOrganizations],
};
