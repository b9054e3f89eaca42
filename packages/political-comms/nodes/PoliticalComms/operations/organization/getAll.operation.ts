import { getMany } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { rows } from '../../api/rows';
import { simple } from '../../api/simple';

/** The organizations that the key can see (contract: listOrganizations). */
export const getOrganizations = getMany({
	resource: 'organization',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many organizations',
	description: 'Get your organization and all organizations below it',
	fields: [],
	request: () => ({ endpoint: endpoints.listOrganizations }),
	rows,
	simplify: simple.organization,
});
