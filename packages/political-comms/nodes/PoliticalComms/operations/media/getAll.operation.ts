import { getMany } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { rows } from '../../api/rows';
import { simple } from '../../api/simple';
import { ofBrand, ofOrganization, filtersOf } from '../../fields/filters';

/** Media files (contract: listMedia). */
export const getMediaFiles = getMany({
	resource: 'media',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many media files',
	description: 'Get many media files for MMS',
	fields: [filtersOf(ofBrand, ofOrganization)],
	request: ({ filters }) => ({
		endpoint: endpoints.listMedia,
		query: { organization_id: filters.organizationId, brand_id: filters.brandId },
	}),
	rows,
	simplify: simple.media,
});
