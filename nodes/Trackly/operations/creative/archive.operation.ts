import { perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { creativeIdField } from '../../fields/creative';

/** Archives a creative (contract: archiveCreative). */
export const archiveCreative = perItem({
	resource: 'creative',
	operation: 'archive',
	name: 'Archive',
	action: 'Archive a creative',
	description: 'Archive a creative. Trackly keeps it, but no longer lists it by default.',
	fields: [creativeIdField('The creative to archive')],
	request: ({ creativeId }) => ({
		endpoint: endpoints.archiveCreative,
		pathParameters: { id: creativeId },
	}),
	output: ({ archived }, { pathParameters }) => ({ id: pathParameters?.id, archived }),
	orderingKey: ({ pathParameters }) => String(pathParameters?.id),
});
